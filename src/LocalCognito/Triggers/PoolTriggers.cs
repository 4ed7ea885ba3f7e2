namespace CognitoAuth.LocalCognito.Triggers;

/// <summary>
/// The Lambda triggers of the pool, as C# functions. None is set at first.
/// <code>cognito.Pool.Triggers.PreSignUp = request => new PreSignUpResponse { AutoConfirmUser = true };</code>
/// <para>
/// A function that throws <see cref="TriggerRejectionException"/> refuses the call with <c>UserLambdaValidationException</c> and its text;
/// any other exception is an <c>UnexpectedLambdaException</c>, and null an <c>InvalidLambdaResponseException</c>.
/// </para>
/// <para>
/// They run inside the pool's lock: calling the pool's own methods is fine, waiting for a request over HTTP to the same pool is not, because that request waits for the lock.
/// </para>
/// </summary>
public sealed class PoolTriggers
{
    /// <summary>Before a sign-up, and before an administrator's new user: confirms, verifies or rejects.</summary>
    public Func<PreSignUpRequest, PreSignUpResponse>? PreSignUp { get; set; }

    /// <summary>After a confirmed sign-up, and after a forgotten password was replaced.</summary>
    public Action<PostConfirmationRequest>? PostConfirmation { get; set; }

    /// <summary>Before the first factor is looked at: may reject.</summary>
    public Action<PreAuthenticationRequest>? PreAuthentication { get; set; }

    /// <summary>After the last factor and before the tokens.</summary>
    public Action<PostAuthenticationRequest>? PostAuthentication { get; set; }

    /// <summary>Changes the claims of tokens, at sign-in and at each refresh.</summary>
    public Func<PreTokenGenerationRequest, PreTokenGenerationResponse>? PreTokenGeneration { get; set; }

    /// <summary>Brings a user in from elsewhere who signs in, or forgot the password, and is not here. Null: not there either.</summary>
    public Func<UserMigrationRequest, UserMigrationResponse?>? UserMigration { get; set; }

    /// <summary><c>CUSTOM_AUTH</c>: which challenge is next, tokens, or the end.</summary>
    public Func<DefineAuthChallengeRequest, DefineAuthChallengeResponse>? DefineAuthChallenge { get; set; }

    /// <summary><c>CUSTOM_AUTH</c>: makes a custom challenge.</summary>
    public Func<CreateAuthChallengeRequest, CreateAuthChallengeResponse>? CreateAuthChallenge { get; set; }

    /// <summary><c>CUSTOM_AUTH</c>: judges the answer to a custom challenge.</summary>
    public Func<VerifyAuthChallengeResponseRequest, VerifyAuthChallengeResponseResponse>? VerifyAuthChallengeResponse { get; set; }
}
