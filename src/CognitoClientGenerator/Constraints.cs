using System.Xml.Linq;

namespace CognitoAuth.CognitoClientGenerator;

/// <summary>The constraints of a member, as text for its docstring.</summary>
internal static class Constraints
{
    public static string Describe(string name, bool isRequired, XElement shape, XElement? item)
    {
        var sentences = new List<string> { Names.InWords(name) };
        if (isRequired) sentences.Add("Required");
        if (IsSensitive(shape) || (item is not null && IsSensitive(item))) sentences.Add("Sensitive: keep it out of logs");
        if (shape.Element("type")?.Value == "timestamp") sentences.Add("UTC");
        if (Range(shape) is { } range) sentences.Add(range);
        if (item is not null && Range(item) is { } itemRange) sentences.Add($"Items of {itemRange.ToLowerInvariant()}");
        if ((shape.Element("pattern") ?? item?.Element("pattern"))?.Value is { } pattern) sentences.Add($"Pattern <c>{Names.Escape(pattern)}</c>");
        return string.Join(". ", sentences) + ".";
    }

    private static bool IsSensitive(XElement shape) => shape.Element("sensitive")?.Value == "true";

    private static string? Range(XElement shape)
    {
        var unit = shape.Element("type")?.Value switch
        {
            "string" => " characters",
            "blob" => " bytes",
            "list" or "map" => " items",
            _ => "",
        };
        return (shape.Element("min")?.Value, shape.Element("max")?.Value) switch
        {
            (null, null) => null,
            ({ } min, null) => $"At least {min}{unit}",
            (null, { } max) => $"At most {max}{unit}",
            var (min, max) => $"{min} to {max}{unit}",
        };
    }
}
