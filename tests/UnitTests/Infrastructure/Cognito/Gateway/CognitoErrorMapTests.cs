using System.Net;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Cognito.Gateway;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito.Gateway;

public sealed class CognitoErrorMapTests
{
    private const string UpstreamText = "text of Cognito with jane@example.com in it";

    // The operation's error for a plain refusal; no row of the table has it.
    private static readonly AuthError Refused = new("refused_by_operation", ErrorKind.Unauthenticated, "Refused.");

    /// <summary>Every modelled exception of the client.</summary>
    public static TheoryData<Type> Modelled =>
        [.. typeof(NotAuthorizedException).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(AmazonCognitoIdentityProviderException)))];

    [Theory]
    [MemberData(nameof(Modelled))]
    public void The_map_has_a_row_for_every_modelled_exception(Type type) => IsMissing(type).ShouldBeFalse();

    [Fact]
    public void The_check_finds_an_exception_without_a_row() => IsMissing(typeof(NewlyModelledException)).ShouldBeTrue();

    [Fact]
    public void The_check_covers_the_whole_model() => Modelled.Count.ShouldBe(CognitoModel.Exceptions.Count);

    [Theory]
    [InlineData(typeof(UserNotFoundException), "refused_by_operation")]
    [InlineData(typeof(UnauthorizedException), "invalid_parameter")]
    [InlineData(typeof(UserNotConfirmedException), "user_not_confirmed")]
    [InlineData(typeof(PasswordResetRequiredException), "password_reset_required")]
    [InlineData(typeof(UsernameExistsException), "username_taken")]
    [InlineData(typeof(AliasExistsException), "alias_taken")]
    [InlineData(typeof(CodeMismatchException), "code_mismatch")]
    [InlineData(typeof(EnableSoftwareTokenMFAException), "code_mismatch")]
    [InlineData(typeof(ExpiredCodeException), "code_expired")]
    [InlineData(typeof(PasswordHistoryPolicyViolationException), "password_reused")]
    [InlineData(typeof(RefreshTokenReuseException), "refresh_token_reused")]
    [InlineData(typeof(LimitExceededException), "attempts_exceeded")]
    [InlineData(typeof(TooManyFailedAttemptsException), "attempts_exceeded")]
    [InlineData(typeof(TooManyRequestsException), "upstream_throttled")]
    [InlineData(typeof(ForbiddenException), "blocked")]
    [InlineData(typeof(ConcurrentModificationException), "conflict")]
    [InlineData(typeof(UnsupportedTokenTypeException), "invalid_parameter")]
    [InlineData(typeof(MFAMethodNotFoundException), "mfa_not_configured")]
    [InlineData(typeof(SoftwareTokenMFANotFoundException), "mfa_not_configured")]
    [InlineData(typeof(WebAuthnOriginNotAllowedException), "passkey_rejected")]
    [InlineData(typeof(WebAuthnNotEnabledException), "not_enabled")]
    [InlineData(typeof(FeatureUnavailableInTierException), "not_enabled")]
    [InlineData(typeof(OperationNotEnabledException), "not_enabled")]
    [InlineData(typeof(UnsupportedOperationException), "not_enabled")]
    [InlineData(typeof(CodeDeliveryFailureException), "delivery_failed")]
    [InlineData(typeof(UnexpectedLambdaException), "trigger_failed")]
    [InlineData(typeof(InvalidLambdaResponseException), "trigger_failed")]
    [InlineData(typeof(InternalErrorException), "upstream_unavailable")]
    [InlineData(typeof(InternalServerException), "upstream_unavailable")]
    [InlineData(typeof(AccessDeniedException), "misconfigured")]
    [InlineData(typeof(ServiceQuotaExceededException), "misconfigured")]
    [InlineData(typeof(TermsExistsException), "conflict")]
    [InlineData(typeof(UnsupportedIdentityProviderException), "invalid_parameter")]
    [InlineData(typeof(ResourceNotFoundException), "misconfigured")]
    [InlineData(typeof(InvalidSmsRoleTrustRelationshipException), "delivery_failed")]
    [InlineData(typeof(InvalidUserPoolConfigurationException), "misconfigured")]
    public void An_exception_is_mapped_by_its_type(Type type, string code) => Map(Make(type, UpstreamText)).Code.ShouldBe(code);

    [Theory]
    [InlineData("Incorrect username or password.", "refused_by_operation")]
    [InlineData("Password attempts exceeded", "attempts_exceeded")]
    [InlineData("User is disabled.", "user_disabled")]
    [InlineData("User cannot be confirmed. Current status is CONFIRMED", "conflict")]
    [InlineData("Invalid session for the user.", "invalid_session")]
    [InlineData("Invalid session for the user, session is expired.", "invalid_session")]
    [InlineData("Invalid session for the user, session can only be used once.", "invalid_session")]
    [InlineData("Temporary password has expired and must be reset by an administrator.", "password_reset_required")]
    [InlineData("User password cannot be reset in the current state.", "conflict")]
    [InlineData("Access Token has expired", "invalid_token")]
    [InlineData("Access Token has been revoked", "invalid_token")]
    [InlineData("Invalid Access Token", "invalid_token")]
    [InlineData("Could not verify signature for Access Token", "invalid_token")]
    [InlineData("Access Token does not have required scopes", "forbidden")]
    [InlineData("Refresh Token has been revoked", "invalid_refresh_token")]
    [InlineData("Refresh Token has expired", "invalid_refresh_token")]
    [InlineData("Invalid Refresh Token", "invalid_refresh_token")]
    [InlineData("Unable to verify secret hash for client 1example23456789", "misconfigured")]
    [InlineData("SecretHash does not match for the client: 1example23456789", "misconfigured")]
    [InlineData("Client 1example23456789 is configured with secret but SECRET_HASH was not received", "misconfigured")]
    [InlineData("A client attempted to write unauthorized attribute", "invalid_parameter")]
    [InlineData("SignUp is not permitted for this user pool", "not_enabled")]
    [InlineData("A text that Cognito has never used", "refused_by_operation")]
    [InlineData("incorrect username or password.", "refused_by_operation")]
    [InlineData("…: Access Token has been revoked", "refused_by_operation")]
    [InlineData("", "refused_by_operation")]
    public void NotAuthorizedException_is_mapped_by_its_text(string message, string code) => Map(new NotAuthorizedException(message)).Code.ShouldBe(code);

    [Theory]
    [InlineData("Device does not exist.", "not_found")]
    [InlineData("User pool client 1example23456789 does not exist.", "misconfigured")]
    public void A_forgotten_device_and_a_missing_pool_have_different_errors(string message, string code) => Map(new ResourceNotFoundException(message)).Code.ShouldBe(code);

    [Theory]
    [InlineData("USER_PASSWORD_AUTH flow not enabled for this client", "not_enabled")]
    [InlineData("Custom auth lambda trigger is not configured for the user pool.", "not_enabled")]
    [InlineData("User is already confirmed.", "conflict")]
    [InlineData("User does not have delivery config set to turn on SMS_MFA", "mfa_not_configured")]
    [InlineData("User has not verified software token mfa", "mfa_not_configured")]
    [InlineData("User has not set up software token mfa", "mfa_not_configured")]
    [InlineData("Cannot reset password for the user as there is no registered/verified email or phone_number", "conflict")]
    [InlineData("Missing required parameter USERNAME", "invalid_parameter")]
    [InlineData("1 validation error detected: Value at 'password' failed to satisfy constraint", "invalid_parameter")]
    public void InvalidParameterException_is_mapped_by_its_text(string message, string code) => Map(new InvalidParameterException(message)).Code.ShouldBe(code);

    [Theory]
    [InlineData("Password did not conform with policy: Password not long enough", "It is not long enough.")]
    [InlineData("Password did not conform with policy: Password must have uppercase characters", "It must have an upper-case letter.")]
    [InlineData("Password did not conform with policy: Password must have lowercase characters", "It must have a lower-case letter.")]
    [InlineData("Password did not conform with policy: Password must have numeric characters", "It must have a digit.")]
    [InlineData("Password did not conform with policy: Password must have symbol characters", "It must have a symbol.")]
    [InlineData("Password did not conform with policy: something new", "It does not meet the user pool's password policy.")]
    [InlineData(UpstreamText, "It does not meet the user pool's password policy.")]
    public void The_rule_that_a_password_breaks_is_in_the_words_of_this_API(string message, string rule)
    {
        var error = CognitoErrorMap.Map(new InvalidPasswordException(message), Refused, "newPassword");

        error.Code.ShouldBe("invalid_password");
        error.Errors!["newPassword"].ShouldBe([rule]);
    }

    [Theory]
    [InlineData("PreSignUp failed with error Only our customers may sign up.", "Only our customers may sign up.")]
    [InlineData("Only our customers may sign up.", "Only our customers may sign up.")]
    [InlineData("PreSignUp failed with error ", "The user pool refused the request.")]
    public void The_text_of_the_teams_own_trigger_is_passed_on(string message, string detail)
    {
        var error = Map(new UserLambdaValidationException(message));

        error.Code.ShouldBe("rejected_by_trigger");
        error.Detail.ShouldBe(detail);
    }

    [Theory]
    [MemberData(nameof(Modelled))]
    public void No_other_text_of_Cognito_gets_to_callers_or_into_the_log(Type type)
    {
        var error = Map(Make(type, UpstreamText));

        error.Reason.ShouldBe(type.Name);
        (error.Errors ?? new Dictionary<string, string[]>(StringComparer.Ordinal)).SelectMany(member => member.Value).ShouldAllBe(line => !line.Contains("jane", StringComparison.Ordinal));
        error.Detail.Contains("jane", StringComparison.Ordinal).ShouldBe(type == typeof(UserLambdaValidationException));
    }

    [Theory]
    [InlineData("ThrottlingException", "upstream_throttled")]
    [InlineData("Throttling", "upstream_throttled")]
    [InlineData("ServiceUnavailable", "upstream_unavailable")]
    [InlineData("InternalFailure", "upstream_unavailable")]
    [InlineData("UnrecognizedClientException", "misconfigured")]
    [InlineData("InvalidSignatureException", "misconfigured")]
    [InlineData("IncompleteSignature", "misconfigured")]
    [InlineData("MissingAuthenticationToken", "misconfigured")]
    [InlineData("ExpiredTokenException", "misconfigured")]
    [InlineData("RequestExpired", "misconfigured")]
    [InlineData("UnknownOperationException", "misconfigured")]
    [InlineData("SerializationException", "invalid_parameter")]
    [InlineData("ValidationException", "invalid_parameter")]
    [InlineData("SomethingNewException", "refused_by_operation")]
    [InlineData(null, "upstream_invalid")]
    public void Errors_that_are_not_in_the_model_are_mapped_by_their_name(string? name, string code)
    {
        var error = Map(new AmazonCognitoIdentityProviderException(UpstreamText, ErrorType.Unknown, name, null, HttpStatusCode.BadRequest));

        error.Code.ShouldBe(code);
        error.Detail.ShouldNotContain("jane");
    }

    [Theory]
    [InlineData("Unable to verify secret hash for client 1", true)]
    [InlineData("SecretHash does not match for the client: 1", true)]
    [InlineData("Client 1 is configured with secret but SECRET_HASH was not received", true)]
    [InlineData("Incorrect username or password.", false)]
    [InlineData("A text that Cognito has never used", false)]
    public void A_refused_client_secret_is_recognized(string message, bool isRefused)
    {
        CognitoErrorMap.IsRefusedSecret(new NotAuthorizedException(message)).ShouldBe(isRefused);
        CognitoErrorMap.IsRefusedSecret(new ResourceNotFoundException(message)).ShouldBeFalse("another secret would not help");
        CognitoErrorMap.IsRefusedSecret(new UnauthorizedException(message)).ShouldBeTrue("RevokeToken says no more");
    }

    private static AuthError Map(AmazonCognitoIdentityProviderException exception) => CognitoErrorMap.Map(exception, Refused);

    // Only exceptions without a row get the error for responses that are not from Cognito.
    private static bool IsMissing(Type type) => Map(Make(type, "…")).Is(AuthErrors.UpstreamInvalid);

    private static AmazonCognitoIdentityProviderException Make(Type type, string message) => (AmazonCognitoIdentityProviderException)Activator.CreateInstance(type, message)!;

    // A deliberate offender.
    private sealed class NewlyModelledException(string message) : AmazonCognitoIdentityProviderException(message);
}
