namespace CognitoAuth.Application.Flows.Machine;

/// <summary>Issues a machine-to-machine access token (client credentials).</summary>
/// <param name="ClientId">The app client: a configured machine-to-machine client.</param>
/// <param name="ClientSecret">Its secret.</param>
[Audited("client_token.issued", "client_token.refused")]
public sealed record GetClientTokenCommand(string ClientId, Secret ClientSecret) : IPublicFlow<MachineToken>
{
    /// <summary>The requested scopes; if none, all that the client has.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <inheritdoc/>
    /// <remarks>App clients are not accounts; the handler hides which of them exist.</remarks>
    public Disclosure Reveals => Disclosure.Account;

    string? IPublicFlow.AccountName => ClientId;
}

internal sealed class GetClientTokenValidator : AbstractValidator<GetClientTokenCommand>
{
    private const int MostScopes = 50;

    public GetClientTokenValidator()
    {
        RuleFor(command => command.ClientId).Matches(@"^[\w+]{1,128}\z").WithMessage("It must be an app client's id.");
        RuleFor(command => command.ClientSecret).Must(secret => secret.Reveal().Length is >= 1 and <= 64).WithMessage("It must have 1 to 64 characters.");
        RuleFor(command => command.Scopes).Must(scopes => scopes is null || (scopes.Count <= MostScopes && scopes.All(IsScope))).WithMessage($"It must have at most {MostScopes} scopes.");
    }

    // RFC 6749, 3.3. A space separates scopes.
    private static bool IsScope(string? scope) => scope is { Length: > 0 and <= 256 } && scope.All(character => character is > ' ' and < '\u007f' and not '"' and not '\\');
}

internal sealed class GetClientTokenHandler(ICognitoGateway cognito, UserPoolSettings pool) : IFlowHandler<GetClientTokenCommand, MachineToken>
{
    private static readonly AuthError Refused = AuthErrors.InvalidCredentials with { Detail = "The client id or the client secret is wrong." };

    public async Task<Result<MachineToken>> Handle(GetClientTokenCommand command, CancellationToken cancellationToken)
    {
        if (pool.MachineClientIds is not [var first, ..]) return Refused.Because("no machine clients are set up");

        // An id that is not listed also causes a call, with a listed one, so that neither the duration nor an outage reveals which ids exist.
        var isListed = pool.MachineClientIds.Contains(command.ClientId, StringComparer.Ordinal);
        var given = await cognito.GetClientToken(isListed ? command.ClientId : first, command.ClientSecret, command.Scopes, cancellationToken);
        if (given.IsFailure(out var error, out var token)) return error.Is(AuthErrors.InvalidCredentials) ? Refused.Because(error.Reason ?? error.Code) : error;

        return isListed ? token : Refused.Because("not a machine client");
    }
}
