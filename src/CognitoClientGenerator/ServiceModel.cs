namespace CognitoAuth.CognitoClientGenerator;

/// <summary>The service model as the generator needs it: every reference resolved, every name in its C# form.</summary>
internal sealed record ServiceModel(
    EquatableArray<Operation> Operations,
    EquatableArray<Structure> Structures,
    EquatableArray<Enumeration> Enumerations,
    EquatableArray<ModelledException> Exceptions);

/// <summary>An operation: its request is <c>{Name}Request</c>, its response <c>{Name}Response</c>.</summary>
internal sealed record Operation(string Name, bool IsSigned, EquatableArray<string> Errors);

/// <summary>A class that is sent, received, or both.</summary>
/// <param name="Name">The name of the class.</param>
/// <param name="Role">Request, response or shape, which decides the base class.</param>
/// <param name="Operation">The operation of a request or response.</param>
/// <param name="Target">The value of a request's header <c>X-Amz-Target</c>.</param>
/// <param name="IsSigned">Whether a request is signed with IAM credentials.</param>
/// <param name="IsWritten">Whether a request holds it.</param>
/// <param name="IsRead">Whether a response holds it.</param>
/// <param name="Members">Its members, in the model's order.</param>
internal sealed record Structure(
    string Name,
    StructureRole Role,
    string? Operation,
    string? Target,
    bool IsSigned,
    bool IsWritten,
    bool IsRead,
    EquatableArray<Member> Members);

internal enum StructureRole
{
    Shape,
    Request,
    Response,
}

/// <summary>A member: its name on the wire and in C#, its type, and its constraints as text.</summary>
internal sealed record Member(string WireName, string Name, MemberType Type, string Documentation);

/// <summary>The type of a member.</summary>
/// <param name="Kind">The kind of value.</param>
/// <param name="Item">The C# name of the enumeration or class, of the value itself or of its items.</param>
internal sealed record MemberType(MemberKind Kind, string? Item = null);

internal enum MemberKind
{
    Text,
    Integer,
    Long,
    Boolean,
    Timestamp,
    Blob,
    Document,
    Enumeration,
    Structure,
    TextList,
    EnumerationList,
    StructureList,
    TextMap,
    StructureMap,
}

/// <summary>An enumeration with its values.</summary>
internal sealed record Enumeration(string Name, EquatableArray<EnumerationValue> Values);

/// <summary>A value: its name in C#, and on the wire.</summary>
internal sealed record EnumerationValue(string Name, string Value);

/// <summary>An error of the service, with the members that it has beside its message.</summary>
internal sealed record ModelledException(string Name, EquatableArray<Member> Members);

/// <summary>A fault of the model, and its location.</summary>
internal sealed record Fault(string Id, string Path, string Message);

/// <summary>The model, or its faults.</summary>
internal sealed record ModelResult(ServiceModel? Model, EquatableArray<Fault> Faults);
