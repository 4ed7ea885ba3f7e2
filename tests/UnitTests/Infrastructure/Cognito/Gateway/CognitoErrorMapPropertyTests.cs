using Amazon.CognitoIdentityProvider;
using CognitoAuth.Api.Http.Problems;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Cognito.Gateway;
using CognitoAuth.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito.Gateway;

/// <summary>Whatever Cognito says, there is an answer, and it says nothing of what Cognito said.</summary>
public sealed class CognitoErrorMapPropertyTests
{
    private static readonly Type[] Modelled =
        [.. typeof(AmazonCognitoIdentityProviderException).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(AmazonCognitoIdentityProviderException)) && type.GetConstructor([typeof(string)]) is not null)];

    private static readonly HashSet<string> Codes = [.. AuthErrors.All.Select(error => error.Code)];

    private static readonly HashSet<string> Details =
        [.. AuthErrors.All.Select(error => error.Detail), "The account is already confirmed.", "The account's password cannot be reset in its current state."];

    [PropertyOfMany(5_000, Arbitrary = [typeof(Messages)])]
    public void Any_text_of_any_modelled_exception_has_an_answer(NonNegativeInt type, Message message)
    {
        var exception = (AmazonCognitoIdentityProviderException)Activator.CreateInstance(Modelled[type.Get % Modelled.Length], message.Text)!;
        exception.ErrorCode = exception.GetType().Name;
        ShouldBeAnAnswer(exception);
    }

    [PropertyOfMany(5_000, Arbitrary = [typeof(Messages)])]
    public void Any_exception_that_is_not_modelled_has_one_too(string? type, Message message) =>
        ShouldBeAnAnswer(new AmazonCognitoIdentityProviderException(message.Text) { ErrorCode = type });

    [Fact]
    public void Has_all_modelled_exceptions_to_choose_from() => Modelled.Length.ShouldBeGreaterThan(40);

    private static void ShouldBeAnAnswer(AmazonCognitoIdentityProviderException exception)
    {
        var error = CognitoErrorMap.Map(exception, AuthErrors.InvalidCredentials);

        Codes.ShouldContain(error.Code);
        ProblemMap.StatusOf(error.Kind).ShouldBeInRange(400, 599);
        // What the log learns is the exception's type. What the caller reads is ours, but for the one text that is passed on by the contract: what a team's own trigger told its user.
        error.Reason.ShouldBe(exception.GetType().Name);
        if (!error.Is(AuthErrors.RejectedByTrigger)) Details.ShouldContain(error.Detail);
        (error.Errors?.Values.SelectMany(sentences => sentences) ?? []).ShouldAllBe(sentence => sentence.StartsWith("It ", StringComparison.Ordinal));
    }

    /// <summary>What an exception says.</summary>
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
