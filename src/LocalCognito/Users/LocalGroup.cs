namespace CognitoAuth.LocalCognito.Users;

/// <summary>A group of the pool.</summary>
internal sealed record LocalGroup(string Name, string? Description, string? RoleArn, int? Precedence, DateTimeOffset CreatedAt);
