using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace CognitoAuth.Api.Http;

/// <summary>A value of the route, or else of the query, as a parameter asks for it. As metadata of its endpoint it describes itself to OpenAPI.</summary>
internal sealed class RequestValue : IParameterBindingMetadata
{
    private RequestValue(ParameterInfo parameter) => (ParameterInfo, Name) = (parameter, parameter.Name!);

    public string Name { get; }

    public ParameterInfo ParameterInfo { get; }

    public bool HasTryParse => ParameterInfo.ParameterType != typeof(string);

    public bool HasBindAsync => false;

    public bool IsOptional => Nullable.GetUnderlyingType(ParameterInfo.ParameterType) is not null || new NullabilityInfoContext().Create(ParameterInfo).WriteState is NullabilityState.Nullable;

    /// <summary>The value that a parameter asks for by its name.</summary>
    /// <exception cref="NotSupportedException">The parameter is of a type that has no form in a route or a query here.</exception>
    public static RequestValue Of(ParameterInfo parameter) => parameter.ParameterType == typeof(string) || parameter.ParameterType == typeof(int?)
        ? new RequestValue(parameter)
        : throw new NotSupportedException($"MapFlow binds string and int?, and {parameter.Name} is {parameter.ParameterType.Name}. Use MapGet, or its like for another method, with a method of its own.");

    /// <summary>Reads it from a request.</summary>
    /// <exception cref="BadHttpRequestException">It cannot be read.</exception>
    public T Read<T>(HttpContext context)
    {
        var text = context.Request.RouteValues.TryGetValue(Name, out var part) ? (string?)part : (string?)context.Request.Query[Name];
        if (typeof(T) == typeof(string)) return (T)(object?)text!;
        if (string.IsNullOrEmpty(text)) return default!;
        return int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? (T)(object)number : throw new BadHttpRequestException($"{Name} must be a number.");
    }
}
