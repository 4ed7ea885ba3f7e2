using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace CognitoAuth.Api.Http;

/// <summary>A value from the route, otherwise from the query, for a parameter of a flow. As metadata of the endpoint it describes the parameter to OpenAPI.</summary>
internal sealed class RequestValue : IParameterBindingMetadata
{
    private RequestValue(ParameterInfo parameter) => (ParameterInfo, Name, IsOptional) = (parameter, parameter.Name!, IsNullable(parameter));

    public string Name { get; }

    public ParameterInfo ParameterInfo { get; }

    public bool HasTryParse => ParameterInfo.ParameterType != typeof(string);

    public bool HasBindAsync => false;

    public bool IsOptional { get; }

    /// <summary>The value with the name of a parameter.</summary>
    /// <exception cref="NotSupportedException">The parameter has a type that cannot be bound.</exception>
    public static RequestValue Of(ParameterInfo parameter) => parameter.ParameterType == typeof(string) || parameter.ParameterType == typeof(int?)
        ? new RequestValue(parameter)
        : throw new NotSupportedException($"MapFlow binds only string and int?, but {parameter.Name} is {parameter.ParameterType.Name}. Use MapGet or a similar method with a handler instead.");

    /// <summary>Reads the value from a request.</summary>
    /// <exception cref="BadHttpRequestException">The value cannot be read, or is required and missing.</exception>
    public T Read<T>(HttpContext context)
    {
        var text = context.Request.RouteValues.TryGetValue(Name, out var part) ? (string?)part : (string?)context.Request.Query[Name];
        if (text is null && !IsOptional) throw new BadHttpRequestException($"{Name} is required.");
        if (typeof(T) == typeof(string)) return (T)(object?)text!;
        if (string.IsNullOrEmpty(text)) return default!;
        return int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? (T)(object)number : throw new BadHttpRequestException($"{Name} must be a number.");
    }

    // As the framework has it: where the code says nothing of null, the value can be left out.
    private static bool IsNullable(ParameterInfo parameter) => new NullabilityInfoContext().Create(parameter).WriteState is not NullabilityState.NotNull;
}
