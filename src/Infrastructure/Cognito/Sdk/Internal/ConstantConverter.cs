using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Internal;

/// <summary>An enumeration of AWS: a class with constants that also takes values it does not know.</summary>
internal interface IConstant<out TSelf>
{
    static abstract TSelf FindValue(string value);
}

/// <summary>Writes and reads an enumeration as its text.</summary>
internal sealed class ConstantConverter<TConstant> : JsonConverter<TConstant>
    where TConstant : ConstantClass, IConstant<TConstant>
{
    public override TConstant? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } value ? TConstant.FindValue(value) : null;

    public override void Write(Utf8JsonWriter writer, TConstant value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
