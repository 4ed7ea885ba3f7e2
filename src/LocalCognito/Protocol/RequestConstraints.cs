using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace CognitoAuth.LocalCognito.Protocol;

/// <summary>
/// Validates a request against the service model before the operation runs, with Cognito's messages. A member whose type is not nullable is
/// required. Lengths and patterns come from <see cref="MemberLimits"/>.
/// </summary>
internal static class RequestConstraints
{
    private static readonly ConcurrentDictionary<Type, Member[]> MembersByType = new();

    /// <exception cref="CognitoException"><c>InvalidParameterException</c> naming every violated constraint.</exception>
    public static void Check(object request)
    {
        List<string> violations = [];
        Collect(request, path: "", violations);
        if (violations.Count > 0)
        {
            throw CognitoException.InvalidParameter(
                $"{violations.Count} validation {(violations.Count == 1 ? "error" : "errors")} detected: {string.Join("; ", violations)}");
        }
    }

    private static void Collect(object shape, string path, List<string> violations)
    {
        foreach (var member in MembersByType.GetOrAdd(shape.GetType(), MembersOf))
        {
            var memberPath = path + char.ToLowerInvariant(member.Property.Name[0]) + member.Property.Name[1..];
            var value = member.Property.GetValue(shape);
            switch (value)
            {
                case null or JsonElement { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null } when member.IsRequired:
                    violations.Add(Describe(member, memberPath, "null", "Member must not be null"));
                    break;
                case string text:
                    violations.AddRange((member.Limit?.Violations(text) ?? []).Select(rule => Describe(member, memberPath, $"'{text}'", rule)));
                    break;
                case IDictionary:
                    break;
                case IEnumerable items:
                    CollectItems(items, member, memberPath, violations);
                    break;
                case not null when IsStructure(value.GetType()):
                    Collect(value, memberPath + ".", violations);
                    break;
            }
        }
    }

    private static void CollectItems(IEnumerable items, Member member, string path, List<string> violations)
    {
        var position = 0;
        foreach (var item in items)
        {
            position++;
            var itemPath = $"{path}.{position}.member";
            if (item is string text) violations.AddRange((member.Limit?.Violations(text) ?? []).Select(rule => Describe(member, itemPath, $"'{text}'", rule)));
            else if (item is null) violations.Add($"Value null at '{itemPath}' failed to satisfy constraint: Member must not be null");
            else Collect(item, itemPath + ".", violations);
        }
    }

    private static bool IsStructure(Type type) => type.IsClass && type.Assembly == typeof(RequestConstraints).Assembly;

    private static string Describe(Member member, string path, string value, string rule) => member.Limit is null or { IsSensitive: true }
        ? $"Value at '{path}' failed to satisfy constraint: {rule}"
        : $"Value {value} at '{path}' failed to satisfy constraint: {rule}";

    private static Member[] MembersOf(Type type)
    {
        var nullability = new NullabilityInfoContext();
        return [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => new Member(
            property,
            IsRequired: nullability.Create(property).ReadState == NullabilityState.NotNull,
            MemberLimits.Of(property.Name)))];
    }

    private sealed record Member(PropertyInfo Property, bool IsRequired, MemberLimit? Limit);
}
