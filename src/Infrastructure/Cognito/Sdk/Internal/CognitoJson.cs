using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Internal;

/// <summary>How the shapes are written and read: names as they are, null members left out, dates as epoch seconds.</summary>
internal static class CognitoJson
{
    public const string ContentType = "application/x-amz-json-1.1";

    /// <summary>The header that names the operation.</summary>
    public const string TargetHeader = "X-Amz-Target";

    private static readonly JsonSerializerOptions Options = CreateOptions();

    public static JsonTypeInfo<T> Shape<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            TypeInfoResolver = JsonTypeInfoResolver.Combine(CognitoShapes.Default, new DefaultJsonTypeInfoResolver()).WithAddedModifier(HideRuntimeMembers),
            Converters = { new EpochSecondsConverter() },
        };
        options.MakeReadOnly();
        return options;
    }

    // ResponseMetadata, HttpStatusCode and their like belong to the runtime's base types, not to the shape on the wire.
    private static void HideRuntimeMembers(JsonTypeInfo type)
    {
        for (var index = type.Properties.Count - 1; index >= 0; index--)
        {
            if (type.Properties[index].AttributeProvider is MemberInfo { DeclaringType: { } declaring } && declaring.Assembly == typeof(AmazonWebServiceRequest).Assembly)
                type.Properties.RemoveAt(index);
        }
    }
}
