using System.Globalization;

namespace CognitoAuth.LocalCognito.Operations.Admin;

/// <summary>A page of a list, and the token of the next page; the token of the last page is null.</summary>
internal sealed record ListPage<TItem>(IReadOnlyList<TItem> Items, string? NextToken);

internal static class ListPage
{
    private const int Longest = 60;

    /// <exception cref="CognitoException"><c>InvalidParameterException</c> for a limit above the maximum or an invalid token.</exception>
    public static ListPage<TItem> Of<TItem>(IReadOnlyList<TItem> items, int? limit, string? token, int longest = Longest, string limitMember = "limit")
    {
        if (limit < 0 || limit > longest)
        {
            throw CognitoException.InvalidParameter(
                $"1 validation error detected: Value '{limit}' at '{limitMember}' failed to satisfy constraint: Member must have value less than or equal to {longest}");
        }
        var start = 0;
        if (token is not null && (!int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out start) || start > items.Count))
        {
            throw CognitoException.InvalidParameter("Invalid pagination token.");
        }
        var end = Math.Min(start + (limit is null or 0 ? longest : limit.Value), items.Count);
        return new ListPage<TItem>(
            [.. items.Skip(start).Take(end - start)], end < items.Count ? end.ToString(CultureInfo.InvariantCulture) : null);
    }
}
