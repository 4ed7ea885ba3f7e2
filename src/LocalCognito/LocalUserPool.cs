using System.Security.Cryptography;
using CognitoAuth.LocalCognito.Clients;
using CognitoAuth.LocalCognito.Codes;
using CognitoAuth.LocalCognito.Operations;
using CognitoAuth.LocalCognito.Operations.Mfa;
using CognitoAuth.LocalCognito.Options;
using CognitoAuth.LocalCognito.Passkeys;
using CognitoAuth.LocalCognito.Testing;
using CognitoAuth.LocalCognito.Tokens;

namespace CognitoAuth.LocalCognito;

/// <summary>
/// A user pool in memory: Cognito's states and errors, without HTTP. Thread-safe: it runs one operation at a time, so that a test always sees a consistent state.
/// The state is lost when the process ends.
/// </summary>
public sealed class LocalUserPool : IDisposable
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly Dictionary<string, AppClient> _clients = new(StringComparer.Ordinal);

    /// <param name="options">The pool and its clients.</param>
    /// <param name="time">The pool's clock, which decides every expiry.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">Settings are invalid; one failure per fault.</exception>
    public LocalUserPool(LocalCognitoOptions options, TimeProvider? time = null)
    {
        LocalCognitoOptionsValidator.Require(options);
        _time = time ?? TimeProvider.System;
        Options = options.Pool;
        Id = options.UserPoolId;
        Region = options.Region;
        Issuer = options.Issuer ?? $"https://cognito-idp.{options.Region}.amazonaws.com/{options.UserPoolId}";
        Users = new UserDirectory(options.Pool);
        Tokens = new TokenIssuer(this);
        AccessTokens = new AccessTokenCheck(this);
        RefreshTokenUse = new RefreshTokenCheck(this);
        RelyingParty = new RelyingParty(this);
        AddClient(options.Client);
        AddClient(options.PublicClient);
        if (options.MachineClient is { } machine) AddClient(machine);
    }

    /// <summary>The pool's id.</summary>
    public string Id { get; }

    /// <summary>The <c>iss</c> of its tokens.</summary>
    public string Issuer { get; internal set; }

    /// <summary>The messages that a real pool would have sent.</summary>
    public Inbox Inbox { get; } = new();

    /// <summary>The Lambda triggers, as C# functions.</summary>
    public PoolTriggers Triggers { get; } = new();

    /// <summary>The part of the id that SRP uses.</summary>
    internal string Name => Id[(Id.IndexOf('_', StringComparison.Ordinal) + 1)..];

    internal DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>The prefix of device keys.</summary>
    internal string Region { get; }

    /// <summary>Replaces the pool's name in the SRP of devices.</summary>
    internal string DeviceGroupKey { get; } = $"-{RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789", 8)}";

    internal UserPoolOptions Options { get; }

    internal UserDirectory Users { get; }

    /// <summary>Groups by name.</summary>
    internal Dictionary<string, LocalGroup> Groups { get; } = new(StringComparer.Ordinal);

    internal ChallengeSessions Sessions { get; } = new();

    internal SigningKeys Keys { get; } = new();

    internal TokenIssuer Tokens { get; }

    internal AccessTokenCheck AccessTokens { get; }

    internal RefreshTokenFormat RefreshTokens { get; } = new();

    internal RefreshTokenCheck RefreshTokenUse { get; }

    internal RelyingParty RelyingParty { get; }

    /// <summary>The key for simulated users and deliveries, so that they differ between pools and not between calls.</summary>
    internal byte[] SimulationKey { get; } = RandomNumberGenerator.GetBytes(32);

    /// <summary>Runs an operation of the service.</summary>
    /// <param name="operation">Its name, such as <c>SignUp</c>.</param>
    /// <param name="request">The request's JSON.</param>
    /// <returns>The response's JSON.</returns>
    /// <exception cref="CognitoException">Cognito would refuse the request.</exception>
    public byte[] Execute(string operation, ReadOnlySpan<byte> request)
    {
        var found = OperationTable.Find(operation) ?? throw CognitoException.UnknownOperation();
        var parsed = found.Parse(request);
        object? response;
        lock (_gate) response = found.Run(this, parsed);
        return CognitoJson.Write(response);
    }

    /// <summary>Adds an app client.</summary>
    /// <returns>The client's active secrets; empty for a public client.</returns>
    public IReadOnlyList<string> AddClient(AppClientOptions options)
    {
        AppClientOptionsValidator.Require(options, Options);
        var client = new AppClient(options);
        lock (_gate) _clients[client.Id] = client;
        return client.Secrets;
    }

    /// <summary>Adds a user in any state. It sends no code or message and does not check the password policy.</summary>
    /// <param name="username">The user name; in a pool whose users sign in with an attribute, the attribute's value.</param>
    /// <param name="password">The password; null for a user without one. It is temporary when <paramref name="status"/> is <see cref="UserStatus.ForceChangePassword"/>.</param>
    /// <param name="status">The user's state.</param>
    /// <param name="attributes">The attributes. The e-mail address and phone number of a confirmed user are verified.</param>
    /// <param name="groups">The user's groups. Missing groups are created.</param>
    /// <param name="enabled">False for a disabled user.</param>
    /// <returns>The user's <c>sub</c>.</returns>
    /// <exception cref="CognitoException">The name is taken.</exception>
    public string AddUser(
        string username,
        string? password,
        UserStatus status = UserStatus.Confirmed,
        IReadOnlyDictionary<string, string>? attributes = null,
        IEnumerable<string>? groups = null,
        bool enabled = true)
    {
        lock (_gate)
        {
            var user = NewUser.Create(this, username, attributes is null ? [] : new Dictionary<string, string>(attributes, StringComparer.Ordinal));
            if (password is not null && status == UserStatus.ForceChangePassword) user.SetTemporaryPassword(password, Now.AddDays(Options.PasswordPolicy.TemporaryPasswordValidityDays));
            else if (password is not null) user.SetPassword(password);
            user.Status = status;
            user.IsEnabled = enabled;
            if (status != UserStatus.Unconfirmed)
            {
                foreach (var attribute in user.Attributes.Keys.Where(name => name is UserAttributes.Email or UserAttributes.PhoneNumber).ToList())
                {
                    user.MarkVerified(attribute);
                }
            }

            foreach (var group in groups ?? [])
            {
                Groups.TryAdd(group, new LocalGroup(group, Description: null, RoleArn: null, Precedence: null, Now));
                user.Groups.Add(group);
            }

            Users.Add(user);
            return user.Sub;
        }
    }

    /// <summary>Adds a verified authenticator app to the user and enables it as second factor.</summary>
    /// <param name="username">Any name of the user.</param>
    /// <param name="preferred">Whether it is the preferred factor.</param>
    /// <returns>The secret, in Base32: <see cref="Totp.Code"/> computes the app's codes from it.</returns>
    /// <exception cref="CognitoException">The user does not exist.</exception>
    public string AddSoftwareToken(string username, bool preferred = false)
    {
        var secret = Totp.NewSecret();
        lock (_gate)
        {
            var mfa = RequireUser(username).Mfa;
            mfa.SoftwareToken = new SoftwareToken(secret, friendlyDeviceName: null);
            mfa.Enable(SoftwareTokenMfa.ChallengeName, preferred);
        }

        return secret;
    }

    /// <summary>Enables codes by message as the user's second factor.</summary>
    /// <param name="username">Any name of the user.</param>
    /// <param name="factor"><c>SMS_MFA</c> or <c>EMAIL_OTP</c>; the user needs a verified number or address.</param>
    /// <param name="preferred">Whether it is the preferred factor.</param>
    /// <exception cref="CognitoException">The user does not exist, or has no verified contact for the factor.</exception>
    public void EnableMfa(string username, string factor, bool preferred = false)
    {
        lock (_gate)
        {
            var user = RequireUser(username);
            MfaPreference.RequireSetUp(this, user, factor);
            user.Mfa.Enable(factor, preferred);
        }
    }

    /// <summary>Adds a message to the inbox that your trigger would send in a real pool, such as a sign-in link. It does not change the pool.</summary>
    /// <param name="username">The stored user name, as triggers receive it.</param>
    /// <param name="kind">The kind of message, such as <c>magic_link</c>.</param>
    /// <param name="medium"><c>EMAIL</c> or <c>SMS</c>.</param>
    /// <param name="destination">The full address or number.</param>
    /// <param name="code">The code or link.</param>
    public void Send(string username, string kind, string medium, string destination, string code) => Inbox.Add(new InboxMessage(Now, username, kind, medium, destination, code));

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            Keys.Dispose();
            RefreshTokens.Dispose();
        }
    }

    internal IReadOnlyList<string> SecretsOf(string clientId) => Client(clientId).Secrets;

    internal LocalUser RequireUser(string username) => Users.Find(username) ?? throw CognitoException.UserNotFound();

    internal T Locked<T>(Func<SigningKeys, T> work)
    {
        lock (_gate) return work(Keys);
    }

    internal AppClient Client(string clientId) =>
        FindClient(clientId) ?? throw CognitoException.ResourceNotFound($"User pool client {clientId} does not exist.");

    internal AppClient? FindClient(string clientId) => _clients.GetValueOrDefault(clientId);

    internal void RequireId(string userPoolId)
    {
        if (userPoolId != Id) throw CognitoException.ResourceNotFound($"User pool {userPoolId} does not exist.");
    }

    /// <summary>Sends a new code and returns where it was sent.</summary>
    internal CodeDeliveryDetailsType SendCode(LocalUser user, CodePurpose purpose, string kind, CodeDelivery delivery)
    {
        var code = user.Codes.Issue(purpose, delivery.AttributeName, Now);
        Send(user, kind, delivery, code.Value);
        return delivery.Details;
    }

    internal void Send(LocalUser user, string kind, CodeDelivery delivery, string code) =>
        Send(user.Username, kind, delivery.Medium, delivery.Destination, code);

    internal bool VerifiesAutomatically(string attribute) => attribute switch
    {
        UserAttributes.Email => Options.AutoVerifyEmail,
        UserAttributes.PhoneNumber => Options.AutoVerifyPhoneNumber,
        _ => false,
    };
}
