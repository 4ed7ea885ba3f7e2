using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace CognitoAuth.Api.Http;

/// <summary>A value of the route, or else of the query, as a parameter asks for it. As metadata of its endpoint it describes itself to OpenAPI.</summary>
internal sealed class RequestValue : IParameterBindingMetadata
{
    private RequestValue(ParameterInfo parameter) => (ParameterInfo, Name, IsOptional) = (parameter, parameter.Name!, IsNullable(parameter));

    public string Name { get; }

    public ParameterInfo ParameterInfo { get; }

    public bool HasTryParse => ParameterInfo.ParameterType != typeof(string);

    public bool HasBindAsync => false;

    public bool IsOptional { get; }

    /// <summary>The value that a parameter asks for by its name.</summary>
    /// <exception cref="NotSupportedException">The parameter is of a type that has no form in a route or a query here.</exception>
    public static RequestValue Of(ParameterInfo parameter) => parameter.ParameterType == typeof(string) || parameter.ParameterType == typeof(int?)
        ? new RequestValue(parameter)
        : throw new NotSupportedException($"MapFlow binds string and int?, and {parameter.Name} is {parameter.ParameterType.Name}. Use MapGet, or its like for another method, with a method of its own.");

    /// <summary>Reads it from a request.</summary>
    /// <exception cref="BadHttpRequestException">It cannot be read, or is required and missing.</exception>
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
