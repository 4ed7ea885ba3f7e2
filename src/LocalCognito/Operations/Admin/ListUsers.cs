using System.Text.RegularExpressions;

namespace CognitoAuth.LocalCognito.Operations.Admin;

internal sealed record ListUsersRequest(string UserPoolId, IReadOnlyList<string>? AttributesToGet, int? Limit, string? PaginationToken, string? Filter);

internal sealed record ListUsersResponse(IReadOnlyList<UserType> Users, string? PaginationToken);

internal sealed partial class ListUsers : SignedOperation<ListUsersRequest>
{
    protected override object Execute(LocalUserPool pool, ListUsersRequest request)
    {
        pool.RequireId(request.UserPoolId);
        var isWanted = Condition(request.Filter);
        var page = ListPage.Of([.. pool.Users.All.Where(isWanted)], request.Limit, request.PaginationToken);
        return new ListUsersResponse([.. page.Items.Select(user => Selected(UserType.Of(user), request.AttributesToGet))], page.NextToken);
    }

    private static UserType Selected(UserType user, IReadOnlyList<string>? names) => names is null or []
        ? user
        : user with { Attributes = [.. user.Attributes.Where(attribute => names.Contains(attribute.Name, StringComparer.Ordinal))] };

    private static Func<LocalUser, bool> Condition(string? filter)
    {
        if (string.IsNullOrEmpty(filter)) return _ => true;
        if (FilterPattern().Match(filter) is not { Success: true } parts) throw CognitoException.InvalidParameter($"Error while parsing filter string: {filter}");
        var value = parts.Groups["value"].Value.Replace("\\\"", "\"", StringComparison.Ordinal);
        var name = parts.Groups["name"].Value;
        return parts.Groups["operator"].Value == "="
            ? user => string.Equals(Property(user, name), value, StringComparison.Ordinal)
            : user => Property(user, name)?.StartsWith(value, StringComparison.Ordinal) ?? false;
    }

    // Custom attributes cannot be searched.
    private static string? Property(LocalUser user, string name) => name switch
    {
        "username" => user.Username,
        UserAttributes.Sub => user.Sub,
        "cognito:user_status" => user.Status.WireName(),
        "status" => user.IsEnabled ? "Enabled" : "Disabled",
        UserAttributes.Email or UserAttributes.PhoneNumber or "name" or "given_name" or "family_name" or "preferred_username" => user.Attribute(name),
        _ => throw CognitoException.InvalidParameter($"Users can't be filtered by {name}."),
    };

    [GeneratedRegex("""\A(?<name>[a-z_:]+) *(?<operator>\^?=) *"(?<value>(?:[^"\\]|\\")*)"\z""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex FilterPattern();
}
