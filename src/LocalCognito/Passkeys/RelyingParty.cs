using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CognitoAuth.LocalCognito.Options;
using Fido2NetLib;
using Fido2NetLib.Exceptions;
using Fido2NetLib.Objects;

namespace CognitoAuth.LocalCognito.Passkeys;

/// <summary>
/// The pool as the relying party of WebAuthn: it creates the options for browsers and verifies their credentials. Fido2NetLib does the cryptography. This class decides
/// which pages can use passkeys and which Cognito error each fault has.
/// </summary>
internal sealed class RelyingParty(LocalUserPool pool)
{
    private const int ChallengeBytes = 32;
    private const int RegistrationTimeout = 60_000;

    // The two algorithms that Cognito requests.
    private static readonly IReadOnlyList<PubKeyCredParam> Algorithms = [PubKeyCredParam.ES256, PubKeyCredParam.RS256];

    private WebAuthnConfigurationOptions Configuration => pool.Options.WebAuthnConfiguration;

    private string Id => Configuration.RelyingPartyId;

    /// <exception cref="CognitoException"><c>WebAuthnNotEnabledException</c>, <c>WebAuthnConfigurationMissingException</c>.</exception>
    public void RequireEnabled()
    {
        if (!pool.Options.AllowsFirstFactor(Challenges.WebAuthn.ChallengeName)) throw new CognitoException("WebAuthnNotEnabledException", "WebAuthn is not enabled for this user pool.");
        if (Id.Length == 0) throw new CognitoException("WebAuthnConfigurationMissingException", "WebAuthn is not configured for this user pool.");
    }

    public static byte[] NewChallenge() => RandomNumberGenerator.GetBytes(ChallengeBytes);

    /// <summary>For <c>navigator.credentials.create</c>: WebAuthn's <c>PublicKeyCredentialCreationOptionsJSON</c>.</summary>
    public object CreationOptions(LocalUser user, byte[] challenge) => new
    {
        rp = new { id = Id, name = Id },
        user = new { id = Base64Url.EncodeToString(Handle(user)), name = user.Username, displayName = user.Username },
        challenge = Base64Url.EncodeToString(challenge),
        pubKeyCredParams = Algorithms.Select(algorithm => new { type = "public-key", alg = (int)algorithm.Alg }),
        timeout = RegistrationTimeout,
        excludeCredentials = user.Passkeys.All.Select(Descriptor),
        authenticatorSelection = new { requireResidentKey = true, residentKey = "required", userVerification = Verification(Configuration.UserVerification is UserVerification.Required) },
        attestation = "none",
        extensions = new { credProps = true },
    };

    /// <summary>For <c>navigator.credentials.get</c>: WebAuthn's <c>PublicKeyCredentialRequestOptionsJSON</c>.</summary>
    public object RequestOptions(LocalUser user, byte[] challenge, bool verifiesUser, TimeSpan timeout) => new
    {
        challenge = Base64Url.EncodeToString(challenge),
        timeout = (long)timeout.TotalMilliseconds,
        rpId = Id,
        allowCredentials = user.IsSimulated ? [Simulated(user)] : user.Passkeys.All.Select(Descriptor),
        userVerification = Verification(verifiesUser),
    };

    /// <summary>Verifies a new passkey and adds it to the user's passkeys.</summary>
    /// <exception cref="CognitoException">A <c>WebAuthn…Exception</c> or <c>InvalidParameterException</c>: it is not genuine, or is for another relying party.</exception>
    public void Register(LocalUser user, byte[] challenge, PublicKeyCredential credential)
    {
        var options = new CredentialCreateOptions
        {
            Rp = new PublicKeyCredentialRpEntity(Id, Id, null),
            User = new Fido2User { Id = Handle(user), Name = user.Username, DisplayName = user.Username },
            Challenge = challenge,
            PubKeyCredParams = Algorithms,
            AuthenticatorSelection = new AuthenticatorSelection { UserVerification = Requirement(Configuration.UserVerification is UserVerification.Required) },
        };
        var response = new AuthenticatorAttestationRawResponse
        {
            Id = Base64Url.EncodeToString(credential.Id),
            RawId = credential.Id,
            Type = PublicKeyCredentialType.PublicKey,
            Response = new AuthenticatorAttestationRawResponse.AttestationResponse { AttestationObject = credential.Bytes("attestationObject"), ClientDataJson = credential.Bytes("clientDataJSON") },
        };
        var registered = Verified(() => For(credential).MakeNewCredentialAsync(new MakeNewCredentialParams
        {
            AttestationResponse = response,
            OriginalOptions = options,
            IsCredentialIdUniqueToUserCallback = (candidate, _) => Task.FromResult(!IsKnown(Base64Url.EncodeToString(candidate.CredentialId))),
        }));
        var id = Base64Url.EncodeToString(registered.Id);
        user.Passkeys.Add(name => new Passkey(id, registered.PublicKey, name, Id, credential.Attachment, credential.Transports, pool.Now) { SignCount = registered.SignCount });
    }

    /// <summary>Verifies the answer of one of the user's passkeys.</summary>
    /// <exception cref="CognitoException"><c>NotAuthorizedException</c> for every fault.</exception>
    public void Verify(LocalUser user, byte[] challenge, bool verifiesUser, PublicKeyCredential credential)
    {
        var passkey = user.Passkeys.Find(Base64Url.EncodeToString(credential.Id)) ?? throw CognitoException.IncorrectCredentials();
        var response = new AuthenticatorAssertionRawResponse
        {
            Id = passkey.Id,
            RawId = credential.Id,
            Type = PublicKeyCredentialType.PublicKey,
            Response = new AuthenticatorAssertionRawResponse.AssertionResponse
            {
                AuthenticatorData = credential.Bytes("authenticatorData"),
                ClientDataJson = credential.Bytes("clientDataJSON"),
                Signature = credential.Bytes("signature"),
                UserHandle = credential.Find("userHandle"),
            },
        };
        VerifyAssertionResult verified;
        try
        {
            verified = Verified(() => For(credential).MakeAssertionAsync(new MakeAssertionParams
            {
                AssertionResponse = response,
                OriginalOptions = new AssertionOptions { RpId = Id, Challenge = challenge, UserVerification = Requirement(verifiesUser) },
                StoredPublicKey = passkey.PublicKey,
                StoredSignatureCounter = passkey.SignCount,
                IsUserHandleOwnerOfCredentialIdCallback = (owner, _) => Task.FromResult(owner.UserHandle.AsSpan().SequenceEqual(Handle(user))),
            }));
        }
        catch (CognitoException)
        {
            throw CognitoException.IncorrectCredentials();
        }

        passkey.SignCount = verified.SignCount;
    }

    private static T Verified<T>(Func<Task<T>> verification)
    {
        try
        {
            // The library is asynchronous because of stores and metadata services. This pool has neither, so the task is complete.
            return verification().GetAwaiter().GetResult();
        }
        catch (Fido2VerificationException exception) when (exception.GetBaseException() is DllNotFoundException)
        {
            // An Ed25519 key. Cognito does not accept these keys, so libsodium, which the library needs for them, is left out: see Directory.Packages.props.
            throw NotSupported();
        }
        catch (Fido2VerificationException exception)
        {
            throw exception.Code switch
            {
                Fido2ErrorCode.InvalidAuthenticatorResponseChallenge or Fido2ErrorCode.MissingAuthenticatorResponseChallenge => ChallengeNotFound(),
                Fido2ErrorCode.InvalidAuthenticatorResponseOrigin or Fido2ErrorCode.MissingAuthenticatorResponseOrigin or Fido2ErrorCode.CrossOriginRequestNotAllowed
                    or Fido2ErrorCode.InvalidAuthenticatorResponseTopOrigin => new CognitoException("WebAuthnOriginNotAllowedException", "The origin of the credential is not allowed."),
                Fido2ErrorCode.InvalidRpidHash => new CognitoException("WebAuthnRelyingPartyMismatchException", "The relying party of the credential does not match."),
                Fido2ErrorCode.CredentialAlgorithmRequirementNotMet or Fido2ErrorCode.UnimplementedAlgorithm or Fido2ErrorCode.UnknownAttestationType
                    or Fido2ErrorCode.UserVerificationRequirementNotMet => NotSupported(),
                _ => PublicKeyCredential.Malformed(),
            };
        }
    }

    public static CognitoException ChallengeNotFound() => new("WebAuthnChallengeNotFoundException", "The challenge was not found or has expired.");

    private static CognitoException NotSupported() => new("WebAuthnCredentialNotSupportedException", "The credential is not supported.");

    // The library compares the origin with a list. The list contains the page's own origin if the page can use passkeys of this relying party, otherwise an impossible origin.
    private Fido2 For(PublicKeyCredential credential) => new(new Fido2Configuration
    {
        RPID = Id,
        RPName = Id,
        Origins = new HashSet<string>(StringComparer.Ordinal) { credential.Origin is { } origin && IsAllowed(origin) ? origin : $"https://not-allowed.{Id}" },
    });

    /// <summary>Whether a page can use passkeys of the relying party: pages of its domain and subdomains over https, and pages of this machine (WebAuthn level 3, 5.1.3 and 13.4.9).</summary>
    private bool IsAllowed(string origin) => Uri.TryCreate(origin, UriKind.Absolute, out var page)
        && (page.Scheme == Uri.UriSchemeHttps || (page.Scheme == Uri.UriSchemeHttp && IsWithin(page.Host, "localhost")))
        && page.AbsolutePath == "/"
        && IsWithin(page.Host, Id);

    private static bool IsWithin(string host, string domain) =>
        host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase);

    private bool IsKnown(string id) => pool.Users.All.Any(user => user.Passkeys.Find(id) is not null);

    private static byte[] Handle(LocalUser user) => Encoding.UTF8.GetBytes(user.Sub);

    private static object Descriptor(Passkey passkey) => new { type = "public-key", id = passkey.Id, transports = passkey.Transports };

    // Always the same for the same name, as for a real user.
    private object Simulated(LocalUser user) => new
    {
        type = "public-key",
        id = Base64Url.EncodeToString(HMACSHA256.HashData(pool.SimulationKey, Encoding.UTF8.GetBytes($"passkey:{user.Sub}"))),
        transports = (string[])["hybrid", "internal"],
    };

    private static string Verification(bool isRequired) => isRequired ? "required" : "preferred";

    private static UserVerificationRequirement Requirement(bool isRequired) => isRequired ? UserVerificationRequirement.Required : UserVerificationRequirement.Preferred;
}
