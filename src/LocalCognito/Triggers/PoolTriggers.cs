namespace CognitoAuth.LocalCognito.Triggers;

/// <summary>
/// The Lambda triggers of the pool, as C# functions. By default none is set.
/// <code>cognito.Pool.Triggers.PreSignUp = request => new PreSignUpResponse { AutoConfirmUser = true };</code>
/// <para>
/// When a function throws <see cref="TriggerRejectionException"/>, the pool refuses the call with <c>UserLambdaValidationException</c> and the exception's message.
/// Any other exception becomes an <c>UnexpectedLambdaException</c>. A null response becomes an <c>InvalidLambdaResponseException</c>.
/// </para>
/// <para>
/// Triggers run inside the pool's lock. They can call the pool's methods. They must not wait for an HTTP request to the same pool, because that request waits for the lock.
/// </para>
/// </summary>
public sealed class PoolTriggers
{
    /// <summary>Runs before a sign-up and before an administrator creates a user: confirms, verifies or rejects.</summary>
    public Func<PreSignUpRequest, PreSignUpResponse>? PreSignUp { get; set; }

    /// <summary>Runs after a sign-up was confirmed, and after a forgotten password was reset.</summary>
    public Action<PostConfirmationRequest>? PostConfirmation { get; set; }

    /// <summary>Runs before the first factor is verified: can reject.</summary>
    public Action<PreAuthenticationRequest>? PreAuthentication { get; set; }

    /// <summary>Runs after the last factor was verified and before tokens are issued.</summary>
    public Action<PostAuthenticationRequest>? PostAuthentication { get; set; }

    /// <summary>Changes the claims of tokens, at sign-in and at each refresh.</summary>
    public Func<PreTokenGenerationRequest, PreTokenGenerationResponse>? PreTokenGeneration { get; set; }

    /// <summary>Migrates a user who signs in, or forgot the password, and is not in the pool. Returns null when the user is unknown to the old system too.</summary>
    public Func<UserMigrationRequest, UserMigrationResponse?>? UserMigration { get; set; }

    /// <summary><c>CUSTOM_AUTH</c>: decides between the next challenge, tokens and failure.</summary>
    public Func<DefineAuthChallengeRequest, DefineAuthChallengeResponse>? DefineAuthChallenge { get; set; }

    /// <summary><c>CUSTOM_AUTH</c>: creates a custom challenge.</summary>
    public Func<CreateAuthChallengeRequest, CreateAuthChallengeResponse>? CreateAuthChallenge { get; set; }

    /// <summary><c>CUSTOM_AUTH</c>: verifies the answer to a custom challenge.</summary>
    public Func<VerifyAuthChallengeResponseRequest, VerifyAuthChallengeResponseResponse>? VerifyAuthChallengeResponse { get; set; }
}
