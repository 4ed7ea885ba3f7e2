using Amazon.CognitoIdentityProvider;
using Amazon.Runtime;
using CognitoAuth.Application.Pipeline;
using Polly.CircuitBreaker;

namespace CognitoAuth.Infrastructure.Cognito.Gateway;

/// <summary>The user pool over the AWS client, with one file per operation. This file has what they share: resilience, client secrets and errors.</summary>
internal sealed partial class CognitoGateway(
    IAmazonCognitoIdentityProvider client,
    CognitoOptions options,
    CognitoResilience resilience,
    ClientSecrets secrets,
    CognitoMetrics metrics,
    FlowContext context,
    TimeProvider time) : ICognitoGateway
{
    /// <summary>The wording for operations that send a code.</summary>
    private const string RequestAnotherCode = "If no message arrives within a few minutes, request another code.";

    /// <summary>Sends a call through the pipeline of its class, with the client secret that Cognito accepts.</summary>
    private Task<Result<T>> Call<TResponse, T>(
        CognitoOperation operation, Func<Secret?, CancellationToken, Task<TResponse>> send, Func<TResponse, Result<T>> read, CancellationToken cancellationToken) =>
        Call(operation, send, read, takesSecret: true, cancellationToken);

    /// <summary>For calls without the client's secret: a refusal never means that it is wrong.</summary>
    private Task<Result<T>> Call<TResponse, T>(CognitoOperation operation, Func<CancellationToken, Task<TResponse>> send, Func<TResponse, Result<T>> read, CancellationToken cancellationToken) =>
        Call(operation, (_, token) => send(token), read, takesSecret: false, cancellationToken);

    private async Task<Result<T>> Call<TResponse, T>(
        CognitoOperation operation,
        Func<Secret?, CancellationToken, Task<TResponse>> send,
        Func<TResponse, Result<T>> read,
        bool takesSecret,
        CancellationToken cancellationToken)
    {
        // A caller that disconnects must not leave a change half done: only calls without effect are cancelled.
        var token = operation.RetryClass is RetryClass.Read ? cancellationToken : CancellationToken.None;
        var triesLeft = secrets.Count;
        using var upstream = new CognitoCall(Names<TResponse>.Operation, metrics, time);
        while (true)
        {
            var secret = secrets.Current;
            try
            {
                return await resilience.Execute(operation, attempt => upstream.Attempt(send, secret, read, attempt), token);
            }
            catch (AmazonCognitoIdentityProviderException refusal) when (takesSecret && CognitoErrorMap.IsRefusedSecret(refusal) && secret is not null && --triesLeft > 0)
            {
                // Only the secret was refused, so nothing happened: the next one may be right.
                secrets.UseNextAfter(secret);
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

    /// <summary>The error for a call's exception; <see langword="null"/> for an exception that is a bug.</summary>
    private static AuthError? Error(Exception exception, CognitoOperation operation)
    {
        var fault = CognitoFaults.Of(exception);
        if (fault.IsAmbiguous() && operation.WhenOutcomeUnknown is { } whatToDo)
        {
            return (AuthErrors.OutcomeUnknown with { Detail = $"{AuthErrors.OutcomeUnknown.Detail} {whatToDo}" }).Because(Reason(fault, exception));
        }

        var error = fault switch
        {
            CognitoFault.None => exception switch
            {
                AmazonCognitoIdentityProviderException refusal => operation.Reading(refusal)?.Because(refusal.GetType().Name) ?? CognitoErrorMap.Map(refusal, operation.Refused, operation.PasswordMember),
                // The client has no credentials to sign the request with.
                AmazonClientException => AuthErrors.Misconfigured.Because(exception.GetType().Name),
                _ => null,
            },
            CognitoFault.Throttled => AuthErrors.UpstreamThrottled,
            CognitoFault.NotSent => AuthErrors.UpstreamUnavailable,
            CognitoFault.Shed => exception is BrokenCircuitException ? AuthErrors.UpstreamUnavailable : AuthErrors.UpstreamThrottled,
            // A 504 means that repeating is harmless, but a repeated sign-in may send another code or count as another attempt.
            CognitoFault.TimedOut => operation.RetryClass is RetryClass.SignIn ? AuthErrors.UpstreamUnavailable : AuthErrors.UpstreamTimeout,
            CognitoFault.Garbled => AuthErrors.UpstreamInvalid,
            _ => AuthErrors.UpstreamUnavailable,
        };
        return fault is CognitoFault.None ? error : error?.Because(Reason(fault, exception));
    }

    /// <summary>For the log: never a text of Cognito, which could quote the user.</summary>
    private static string Reason(CognitoFault fault, Exception exception) => $"{fault}: {(exception is UnusableResponseException ? exception.Message : exception.GetType().Name)}";

    /// <summary>Sends, and treats an error that means "already done" as success if the response to an earlier attempt was lost: that attempt worked.</summary>
    private static Func<CancellationToken, Task<TResponse>> RecognizingEarlierSuccess<TResponse>(Func<CancellationToken, Task<TResponse>> send, Func<AmazonCognitoIdentityProviderException, bool> meansDone)
        where TResponse : AmazonWebServiceResponse, new()
    {
        var mayHaveWorked = false;
        return async token =>
        {
            try
            {
                return await send(token);
            }
            catch (AmazonCognitoIdentityProviderException refusal) when (mayHaveWorked && meansDone(refusal))
            {
                return CognitoDate.Done<TResponse>(refusal);
            }
            catch (Exception exception) when (CognitoFaults.Of(exception).IsAmbiguous())
            {
                mayHaveWorked = true;
                throw;
            }
        };
    }

    /// <summary>When Cognito ended sessions, by its clock; by the local clock if its response has no date.</summary>
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
        : AuthErrors.UpstreamInvalid.Because("a response without tokens");

    private static Secret? Optional(string? value) => string.IsNullOrEmpty(value) ? null : new Secret(value);

    private static Result<UserProfile> Profile(string? username, List<AttributeType>? attributes, string? preferredMfa, List<string>? mfa) => string.IsNullOrEmpty(username)
        ? AuthErrors.UpstreamInvalid.Because("a response without a username")
        : new UserProfile(
            username,
            (attributes ?? []).Where(attribute => attribute.Name is not null).ToDictionary(attribute => attribute.Name!, attribute => attribute.Value ?? "", StringComparer.Ordinal),
            preferredMfa,
            mfa ?? []);

    /// <summary>Cognito's name of the operation with this response: <c>InitiateAuth</c>.</summary>
    private static class Names<TResponse>
    {
        public static readonly string Operation = typeof(TResponse).Name.Replace("Response", "", StringComparison.Ordinal);
    }
}
