using System.Text.Json;

namespace Amazon.CognitoIdentityProvider.Internal;

/// <summary>A shape in requests. The implementations of this and of the interfaces below are generated.</summary>
internal interface IWrittenShape
{
    /// <summary>Writes the members that are set.</summary>
    void Write(Utf8JsonWriter writer);
}

/// <summary>A shape in responses.</summary>
internal interface IReadShape<out TSelf>
{
    /// <summary>Reads an object from its start to its end.</summary>
    static abstract TSelf Read(ref Utf8JsonReader reader);
}

/// <summary>A request.</summary>
internal interface IRequestShape : IWrittenShape
{
    /// <summary>The value of the header <c>X-Amz-Target</c>.</summary>
    static abstract string Target { get; }
}

/// <summary>A response.</summary>
internal interface IResponseShape<out TSelf> : IReadShape<TSelf>
{
    /// <summary>Whether the operation has output.</summary>
    static abstract bool HasMembers { get; }
}

/// <summary>An enumeration of AWS: a class with constants that also takes values it does not know.</summary>
internal interface IConstant<out TSelf>
{
    /// <summary>The constant of a value.</summary>
    static abstract TSelf Of(string value);
}

/// <summary>
/// A request without AWS credentials: Cognito authorizes it by client id, token or session. Requests without this marker are signed,
/// so a forgotten marker fails closed.
/// </summary>
internal interface IUnsignedRequest;
