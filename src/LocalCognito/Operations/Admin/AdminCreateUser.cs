namespace CognitoAuth.LocalCognito.Operations.Admin;

internal sealed record AdminCreateUserRequest(
    string UserPoolId,
    string Username,
    IReadOnlyList<AttributeType>? UserAttributes,
    IReadOnlyList<AttributeType>? ValidationData,
    string? TemporaryPassword,
    bool? ForceAliasCreation,
    string? MessageAction,
    IReadOnlyList<string>? DesiredDeliveryMediums,
    IReadOnlyDictionary<string, string>? ClientMetadata);

internal sealed record AdminCreateUserResponse(UserType User);

internal sealed record UserType(
    string Username,
    IReadOnlyList<AttributeType> Attributes,
    DateTimeOffset UserCreateDate,
    DateTimeOffset UserLastModifiedDate,
    bool Enabled,
    string UserStatus)
{
    public static UserType Of(LocalUser user) =>
        new(user.Username, user.WireAttributes(), user.CreatedAt, user.ModifiedAt, user.IsEnabled, user.Status.WireName());
}

/// <summary>Creates a user with a temporary password, which is sent in the invitation.</summary>
internal sealed class AdminCreateUser : SignedOperation<AdminCreateUserRequest>
{
    protected override object Execute(LocalUserPool pool, AdminCreateUserRequest request)
    {
        pool.RequireId(request.UserPoolId);
        var password = request.TemporaryPassword ?? pool.Options.PasswordPolicy.Generate();
        pool.Options.PasswordPolicy.Check(password);
        var user = request.MessageAction == "RESEND" ? Invited(pool, request.Username) : Created(pool, request);
        user.SetTemporaryPassword(password, pool.Now.AddDays(pool.Options.PasswordPolicy.TemporaryPasswordValidityDays));
        user.ModifiedAt = pool.Now;
        if (request.MessageAction != "SUPPRESS") Invite(pool, user, password, request.DesiredDeliveryMediums);
        return new AdminCreateUserResponse(UserType.Of(user));
    }

    private static LocalUser Created(LocalUserPool pool, AdminCreateUserRequest request)
    {
        var attributes = Users.UserAttributes.FromAdministrator(pool.Options, request.UserAttributes);
        var sub = Guid.NewGuid().ToString();
        PreSignUpTrigger.Run(pool, new PreSignUpCall(
            "PreSignUp_AdminCreateUser",
            Client: null,
            pool.Options.UsernameAttributes.Count > 0 ? sub : request.Username,
            attributes,
            request.ValidationData,
            request.ClientMetadata));
        var user = NewUser.Create(pool, request.Username, attributes, sub);
        AssignAliases(pool, user, request.ForceAliasCreation ?? false);
        pool.Users.Add(user);
        return user;
    }

    private static LocalUser Invited(LocalUserPool pool, string username)
    {
        var user = pool.Users.Find(username) ?? throw CognitoException.UserNotFound();
        return user.Status == UserStatus.ForceChangePassword
            ? user
            : throw new CognitoException("UnsupportedUserStateException", $"Resend not possible. {user.Username} status is not FORCE_CHANGE_PASSWORD");
    }

    private static void AssignAliases(LocalUserPool pool, LocalUser user, bool force)
    {
        foreach (var attribute in pool.Options.AliasAttributes.Where(user.HasVerified)) Aliases.Assign(pool, user, attribute, force);
    }

    private static void Invite(LocalUserPool pool, LocalUser user, string password, IReadOnlyList<string>? mediums)
    {
        bool IsWanted(string attribute) => mediums is null or [] || mediums.Contains(new CodeDelivery(attribute, "").Medium, StringComparer.Ordinal);
        if (CodeDelivery.To(user, IsWanted) is { } delivery) pool.Send(user, "admin_create_user", delivery, password);
    }
}
