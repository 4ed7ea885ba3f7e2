using CognitoAuth.LocalCognito.Clients;

namespace CognitoAuth.LocalCognito.Users;

/// <summary>The input of a user migration.</summary>
internal sealed record MigrationCall(string Source, string Username, string? Password, IReadOnlyDictionary<string, string>? ClientMetadata);

/// <summary>Adds a missing user with the migration trigger.</summary>
internal static class Migration
{
    /// <returns>Null without a trigger, or when the trigger does not know the user.</returns>
    public static LocalUser? Run(LocalUserPool pool, AppClient client, MigrationCall call)
    {
        var none = new Dictionary<string, string>(StringComparer.Ordinal);
        if (pool.Triggers.UserMigration is not { } migrate) return null;
        var found = TriggerCall.RunOptional("UserMigration", migrate, new UserMigrationRequest(new TriggerContext(call.Source, pool, client, call.Username, none, call.ClientMetadata))
        {
            Password = call.Password,
            ValidationData = call.ClientMetadata ?? none,
        });
        if (found is null) return null;

        var attributes = UserAttributes.FromAdministrator(pool.Options, [.. found.UserAttributes.Select(attribute => new Protocol.AttributeType(attribute.Key, attribute.Value))]);
        var user = NewUser.Create(pool, call.Username, attributes);
        foreach (var attribute in pool.Options.AliasAttributes.Where(user.HasVerified)) Aliases.Assign(pool, user, attribute, found.ForceAliasCreation);
        if (call.Password is not null) user.SetPassword(call.Password);
        user.Status = found.FinalUserStatus;
        pool.Users.Add(user);
        return user;
    }
}
