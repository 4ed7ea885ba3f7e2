using System.Security.Cryptography;
using System.Text;

namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>A challenge whose code is sent to the user's phone or e-mail address. A wrong code leaves the session open, without a limit of attempts (<c>docs/cognito.md#challenges</c>).</summary>
/// <param name="name">The <c>ChallengeName</c>; the answer is in <c>{name}_CODE</c>.</param>
/// <param name="attribute">The attribute that the code is sent to.</param>
internal abstract class MessageChallenge(string name, string attribute) : IChallenge
{
    private const int SecondFactorDigits = 6;
    private const int FirstFactorDigits = 8;

    public string Name => name;

    public AuthenticationResponse Answer(ChallengeAnswer answer)
    {
        var code = Encoding.UTF8.GetBytes(answer.Require($"{name}_CODE"));
        if (!CryptographicOperations.FixedTimeEquals(code, Encoding.UTF8.GetBytes(answer.State<string>())) || answer.User.IsSimulated)
        {
            throw new CognitoException("CodeMismatchException", "Invalid code or auth state for the user.");
        }
        return SignInSteps.Finish(answer.Attempt);
    }

    protected bool CanReach(LocalUser user) => user.HasVerified(attribute);

    protected AuthenticationResponse SendAsFirstFactor(SignInAttempt attempt) => Send(attempt, FirstFactorDigits, "otp");

    protected AuthenticationResponse SendAsSecondFactor(SignInAttempt attempt) => Send(attempt, SecondFactorDigits, "mfa");

    private AuthenticationResponse Send(SignInAttempt attempt, int digits, string kind)
    {
        var code = RandomNumberGenerator.GetString("0123456789", digits);
        CodeDeliveryDetailsType details;
        if (attempt.User.Attribute(attribute) is { } destination)
        {
            var delivery = new CodeDelivery(attribute, destination);
            attempt.Pool.Send(attempt.User, kind, delivery, code);
            details = delivery.Details;
        }
        else
        {
            // Only a simulated user gets here. No message is sent, and the response must not reveal that.
            details = CodeDelivery.Simulated(attempt.User.SimulatedFor ?? attempt.User.Username, attempt.Pool.SimulationKey, attribute);
        }

        return attempt.Challenge(
            name,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["CODE_DELIVERY_DELIVERY_MEDIUM"] = details.DeliveryMedium,
                ["CODE_DELIVERY_DESTINATION"] = details.Destination,
            },
            code);
    }
}
