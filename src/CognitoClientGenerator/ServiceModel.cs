namespace CognitoAuth.CognitoClientGenerator;

/// <summary>The service model as the generator needs it: every reference resolved, every name as it will stand in C#.</summary>
internal sealed record ServiceModel(
    EquatableArray<Operation> Operations,
    EquatableArray<Structure> Structures,
    EquatableArray<Enumeration> Enumerations,
    EquatableArray<ModelledException> Exceptions);

/// <summary>An operation: its request is <c>{Name}Request</c>, its response <c>{Name}Response</c>.</summary>
internal sealed record Operation(string Name, bool IsSigned, EquatableArray<string> Errors);

/// <summary>A class that is sent, received, or both.</summary>
/// <param name="Name">The name of the class.</param>
/// <param name="Role">What it is derived from.</param>
/// <param name="Operation">The operation that a request or response is of.</param>
/// <param name="Target">What a request's header <c>X-Amz-Target</c> says.</param>
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

/// <summary>A member: its name on the wire and in C#, its type, and what the model demands of it, in words.</summary>
internal sealed record Member(string WireName, string Name, MemberType Type, string Documentation);

/// <summary>The type of a member.</summary>
/// <param name="Kind">What it is made of.</param>
/// <param name="Item">The C# name of the enumeration or class that it is, or that it has as items.</param>
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

/// <summary>What is wrong with the model, and where.</summary>
internal sealed record Fault(string Id, string Path, string Message);

/// <summary>The model, or what is wrong with it.</summary>
internal sealed record ModelResult(ServiceModel? Model, EquatableArray<Fault> Faults);
