using Amazon.CognitoIdentityProvider;
using CognitoAuth.Api.Http.Problems;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Cognito.Gateway;
using CognitoAuth.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito.Gateway;

/// <summary>Every exception of Cognito has an error, which quotes nothing of Cognito's text.</summary>
public sealed class CognitoErrorMapPropertyTests
{
    private static readonly Type[] Modelled =
        [.. typeof(AmazonCognitoIdentityProviderException).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(AmazonCognitoIdentityProviderException)) && type.GetConstructor([typeof(string)]) is not null)];

    private static readonly HashSet<string> Codes = [.. AuthErrors.All.Select(error => error.Code)];

    private static readonly HashSet<string> Details =
        [.. AuthErrors.All.Select(error => error.Detail), "The account is already confirmed.", "The account's password cannot be reset in its current state."];

    [PropertyOfMany(5_000, Arbitrary = [typeof(Messages)])]
    public void Any_text_of_any_modelled_exception_has_an_error(NonNegativeInt type, Message message)
    {
        var exception = (AmazonCognitoIdentityProviderException)Activator.CreateInstance(Modelled[type.Get % Modelled.Length], message.Text)!;
        exception.ErrorCode = exception.GetType().Name;
        ShouldBeAnAnswer(exception);
    }

    [PropertyOfMany(5_000, Arbitrary = [typeof(Messages)])]
    public void Any_exception_that_is_not_modelled_has_an_error(string? type, Message message) =>
        ShouldBeAnAnswer(new AmazonCognitoIdentityProviderException(message.Text) { ErrorCode = type });

    [Fact]
    public void The_generator_covers_all_modelled_exceptions() => Modelled.Length.ShouldBeGreaterThan(40);

    private static void ShouldBeAnAnswer(AmazonCognitoIdentityProviderException exception)
    {
        var error = CognitoErrorMap.Map(exception, AuthErrors.InvalidCredentials);

        Codes.ShouldContain(error.Code);
        ProblemMap.StatusOf(error.Kind).ShouldBeInRange(400, 599);
        // The log gets the exception's type. The caller gets texts of this API, except the one that the contract passes on: the text of the team's own trigger.
        error.Reason.ShouldBe(exception.GetType().Name);
        if (!error.Is(AuthErrors.RejectedByTrigger)) Details.ShouldContain(error.Detail);
        (error.Errors?.Values.SelectMany(sentences => sentences) ?? []).ShouldAllBe(sentence => sentence.StartsWith("It ", StringComparison.Ordinal));
    }

    /// <summary>The text of an exception.</summary>
    public sealed record Message(string Text);

    /// <summary>Texts that Cognito is known to send, whole, cut and continued, and any other.</summary>
    public static class Messages
    {
        private static readonly string[] Known =
        [
            "Incorrect username or password.", "Password attempts exceeded", "User is disabled.", "User cannot be confirmed. Current status is CONFIRMED", "Invalid session for the user.",
            "Invalid session for the user, session is expired.", "Invalid session for the user, session can only be used once.", "Access Token has been revoked", "Refresh Token has expired",
            "Unable to verify secret hash for client 1example23456789", "Missing required parameter USERNAME", "USER_PASSWORD_AUTH flow not enabled for this client", "User is already confirmed.",
            "Password did not conform with policy: Password not long enough", "PreSignUp failed with error no.", "2 validation errors detected: Value at 'password' failed to satisfy constraint",
        ];

        /// <summary>Called by the framework.</summary>
        public static Arbitrary<Message> Arbitrary() => Gen.OneOf(
            Gen.Elements(Known),
            from known in Gen.Elements(Known) from length in Gen.Choose(0, 60) select known[..Math.Min(length, known.Length)],
            from known in Gen.Elements(Known) from more in ArbMap.Default.GeneratorFor<string>() select known + more,
            ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")).Select(text => new Message(text)).ToArbitrary();
    }
}
