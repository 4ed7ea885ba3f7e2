using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using CognitoAuth.Application.Pipeline;
using Polly.CircuitBreaker;

namespace CognitoAuth.Infrastructure.Cognito.Gateway;

/// <summary>The user pool over the AWS client: one file per operation. Here is what they share: resilience, client secrets and errors.</summary>
internal sealed partial class CognitoGateway(
    IAmazonCognitoIdentityProvider client,
    CognitoOptions options,
    CognitoResilience resilience,
    ClientSecrets secrets,
    CognitoMetrics metrics,
    FlowContext context,
    TimeProvider time) : ICognitoGateway
{
    /// <summary>Sends a call through the pipeline of its class, with the client secret that Cognito accepts, and says what came of it.</summary>
    private Task<Result<T>> Call<TResponse, T>(
        CognitoOperation operation, Func<Secret?, CancellationToken, Task<TResponse>> send, Func<TResponse, Result<T>> answer, CancellationToken cancellationToken) =>
        Call(operation, send, answer, takesSecret: true, cancellationToken);

    /// <summary>For calls that no secret of our client is part of: a refusal says nothing about it.</summary>
    private Task<Result<T>> Call<TResponse, T>(CognitoOperation operation, Func<CancellationToken, Task<TResponse>> send, Func<TResponse, Result<T>> answer, CancellationToken cancellationToken) =>
        Call(operation, (_, token) => send(token), answer, takesSecret: false, cancellationToken);

    private async Task<Result<T>> Call<TResponse, T>(
        CognitoOperation operation,
        Func<Secret?, CancellationToken, Task<TResponse>> send,
        Func<TResponse, Result<T>> answer,
        bool takesSecret,
        CancellationToken cancellationToken)
    {
        // A caller who goes away must not leave a call half done: only what has no effect is given up.
        var token = operation.RetryClass is RetryClass.Read ? cancellationToken : CancellationToken.None;
        var triesLeft = secrets.Count;
        using var upstream = new CognitoCall(Names<TResponse>.Operation, metrics, time);
        while (true)
        {
            var secret = secrets.Current;
            try
            {
                return await resilience.Execute(operation, attempt => upstream.Attempt(send, secret, answer, attempt), token);
            }
            catch (AmazonCognitoIdentityProviderException refusal) when (takesSecret && CognitoErrorMap.IsRefusedSecret(refusal) && secret is not null && --triesLeft > 0)
            {
                // Refused for the secret alone, so nothing happened: the next one may be right.
                secrets.MoveOnFrom(secret);
            }
            catch (OperationCanceledException) when (token.IsCancellationRequested)
            {
                throw;
            }
            catch (Exception exception) when (Error(exception, operation) is { } error)
            {
                upstream.Failed(exception);
                return error;
            }
        }
    }

    /// <summary>The error that an exception of a call stands for; <see langword="null"/> for one that is a bug.</summary>
    private static AuthError? Error(Exception exception, CognitoOperation operation)
    {
        var fault = UpstreamFaults.Of(exception);
        if (fault.IsAmbiguous() && operation.WhenOutcomeUnknown is { } whatToDo)
        {
            return (AuthErrors.OutcomeUnknown with { Detail = $"{AuthErrors.OutcomeUnknown.Detail} {whatToDo}" }).Because(Reason(fault, exception));
        }

        var error = fault switch
        {
            CognitoFault.None => exception switch
            {
                AmazonCognitoIdentityProviderException refusal => operation.Reading(refusal)?.Because(refusal.GetType().Name) ?? CognitoErrorMap.Map(refusal, operation.Refused, operation.PasswordMember),
                // The client could not even make the request: no credentials to sign it with.
                AmazonClientException => AuthErrors.Misconfigured.Because(exception.GetType().Name),
                _ => null,
            },
            CognitoFault.Throttled => AuthErrors.UpstreamThrottled,
            CognitoFault.NotSent => AuthErrors.UpstreamUnavailable,
            CognitoFault.Shed => exception is BrokenCircuitException ? AuthErrors.UpstreamUnavailable : AuthErrors.UpstreamThrottled,
            // A sign-in that is repeated may send another code or count as another attempt: not "harmless to repeat", which a 504 says.
            CognitoFault.TimedOut => operation.RetryClass is RetryClass.Login ? AuthErrors.UpstreamUnavailable : AuthErrors.UpstreamTimeout,
            CognitoFault.Garbled => AuthErrors.UpstreamInvalid,
            _ => AuthErrors.UpstreamUnavailable,
        };
        return fault is CognitoFault.None ? error : error?.Because(Reason(fault, exception));
    }

    /// <summary>For the log: no text of Cognito's, which could quote a user.</summary>
    private static string Reason(CognitoFault fault, Exception exception) => $"{fault}: {(exception is UnusableAnswerException ? exception.Message : exception.GetType().Name)}";

    /// <summary>Sends, and takes a refusal that says "so it is already" for success once the answer to an earlier attempt was lost: it says that the attempt worked.</summary>
    private static Func<CancellationToken, Task<TResponse>> Recognizing<TResponse>(Func<CancellationToken, Task<TResponse>> send, Func<AmazonCognitoIdentityProviderException, bool> saysDone)
        where TResponse : AmazonWebServiceResponse, new()
    {
        var mayHaveWorked = false;
        return async token =>
        {
            try
            {
                return await send(token);
            }
            catch (AmazonCognitoIdentityProviderException refusal) when (mayHaveWorked && saysDone(refusal))
            {
                return CognitoDate.Done<TResponse>(refusal);
            }
            catch (Exception exception) when (UpstreamFaults.Of(exception).IsAmbiguous())
            {
                mayHaveWorked = true;
                throw;
            }
        };
    }

    /// <summary>When Cognito has ended sessions, by its clock; by ours where it does not say.</summary>
    private Result<DateTimeOffset> EndedAt(AmazonWebServiceResponse response) => CognitoDate.Of(response) ?? time.GetUtcNow();

    private string? SecretHash(Secret? secret, string username) => ClientSecrets.Hash(secret, username, options.ClientId);

    private UserContextDataType? UserContext() => context.EncodedUserContext is { } encoded
        ? new UserContextDataType { EncodedData = encoded.Reveal(), IpAddress = context.IpAddress }
        : null;

    private Dictionary<string, string>? ClientMetadata() => context.ClientMetadata is { } metadata ? new Dictionary<string, string>(metadata, StringComparer.Ordinal) : null;

    private static List<AttributeType>? Attributes(IReadOnlyDictionary<string, string>? map) => map?.Select(entry => new AttributeType { Name = entry.Key, Value = entry.Value }).ToList();

    private static CodeDelivery Delivery(CodeDeliveryDetailsType? details) => new(details?.DeliveryMedium?.Value, details?.Destination, details?.AttributeName);

    private static Result<Success> Done<TResponse>(TResponse response) => default(Success);

    internal static Result<TokenSet> Tokens(AuthenticationResultType? result) => result is { AccessToken: { Length: > 0 } accessToken, ExpiresIn: { } expiresIn }
        ? new TokenSet(new Secret(accessToken), Optional(result.IdToken), Optional(result.RefreshToken), result.TokenType ?? "Bearer", expiresIn)
        : AuthErrors.UpstreamInvalid.Because("an answer without tokens");

    private static Secret? Optional(string? value) => string.IsNullOrEmpty(value) ? null : new Secret(value);

    private static Result<UserProfile> Profile(string? username, List<AttributeType>? attributes, string? preferredMfa, List<string>? mfa) => string.IsNullOrEmpty(username)
        ? AuthErrors.UpstreamInvalid.Because("an answer without a username")
        : new UserProfile(
            username,
            (attributes ?? []).Where(attribute => attribute.Name is not null).ToDictionary(attribute => attribute.Name!, attribute => attribute.Value ?? "", StringComparer.Ordinal),
            preferredMfa,
            mfa ?? []);

    /// <summary>Cognito's name of the operation that answers so: <c>InitiateAuth</c>.</summary>
    private static class Names<TResponse>
    {
        public static readonly string Operation = typeof(TResponse).Name.Replace("Response", "", StringComparison.Ordinal);
    }
}
