using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoAuth.LocalCognito.Triggers;
using CognitoAuth.Tests.Shared;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito.Challenges;

/// <summary>Sign-ins on devices: the keys that they return, and the proof of a device by SRP (<c>docs/cognito.md#devices</c>).</summary>
public sealed class DeviceSignInTests
{
    private const string Unknown = "ResourceNotFoundException: Device does not exist.";

    [Fact]
    public void Each_sign_in_returns_device_keys_when_devices_are_tracked()
    {
        using var pool = DevicesOfPool.Tracking();

        var answer = pool.Send("InitiateAuth", pool.PasswordSignIn());
        var device = answer.NewDevice();

        device.Key.ShouldMatch("^us-east-1_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$");
        PoolUnderTest.Claims(IssuedTokens.Of(answer).Access).GetProperty("device_key").GetString().ShouldBe(device.Key);
        PoolUnderTest.Claims(IssuedTokens.Of(answer).Id).TryGetProperty("device_key", out _).ShouldBeFalse();
        pool.Send("InitiateAuth", pool.PasswordSignIn()).NewDevice().Key.ShouldNotBe(device.Key);
    }

    [Fact]
    public void No_sign_in_returns_device_keys_when_devices_are_not_tracked()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();

        var answer = pool.Send("InitiateAuth", pool.PasswordSignIn());

        answer.GetProperty("AuthenticationResult").TryGetProperty("NewDeviceMetadata", out _).ShouldBeFalse();
        PoolUnderTest.Claims(IssuedTokens.Of(answer).Access).TryGetProperty("device_key", out _).ShouldBeFalse();
        IssuedTokens.Of(pool.SrpPassword("us-east-1_0000"));
    }

    [Fact]
    public void A_device_that_proves_its_secret_signs_in()
    {
        using var pool = DevicesOfPool.Tracking();
        var (_, device) = pool.SignInOnNewDevice();
        pool.Clock.Advance(TimeSpan.FromHours(1));

        var start = pool.SrpPassword(device.Key);
        start.ChallengeName().ShouldBe("DEVICE_SRP_AUTH");
        var verifier = pool.StartDevice(start, device);
        verifier.ChallengeName().ShouldBe("DEVICE_PASSWORD_VERIFIER");
        verifier.GetProperty("ChallengeParameters").EnumerateObject().Select(parameter => parameter.Name)
            .ShouldBe(["SALT", "SECRET_BLOCK", "SRP_B", "USERNAME", "DEVICE_KEY", "USER_ID_FOR_SRP"], ignoreOrder: true);
        var answer = pool.Respond(verifier, pool.DeviceProof(verifier, device));

        answer.GetProperty("AuthenticationResult").TryGetProperty("NewDeviceMetadata", out _).ShouldBeFalse("a known device gets no new keys");
        var tokens = IssuedTokens.Of(answer);
        PoolUnderTest.Claims(tokens.Access).GetProperty("device_key").GetString().ShouldBe(device.Key);
        pool.Send("GetDevice", new { AccessToken = tokens.Access, DeviceKey = device.Key }).GetProperty("Device").GetProperty("DeviceLastAuthenticatedDate").GetDouble()
            .ShouldBe(pool.Clock.GetUtcNow().ToUnixTimeSeconds());
        pool.RespondRefusal(verifier, pool.DeviceProof(verifier, device)).ShouldEndWith("session can only be used once.");
    }

    [Fact]
    public void SRP_of_a_device_works_for_numbers_of_any_length()
    {
        using var pool = DevicesOfPool.Tracking();

        // One of 256 sign-ins has a leading zero byte; every second has its first bit set.
        for (var round = 0; round < Repetitions.Of(12); round++)
        {
            var (_, device) = pool.SignInOnNewDevice();
            IssuedTokens.Of(pool.ProveDevice(pool.SrpPassword(device.Key), device));
        }
    }

    [Fact]
    public void A_device_without_the_secret_is_refused()
    {
        using var pool = DevicesOfPool.Tracking();
        var (_, device) = pool.SignInOnNewDevice();
        var thief = new SrpDevice(device.Key, pool.Pool.DeviceGroupKey) { Password = "guessed" };
        var verifier = pool.StartDevice(pool.SrpPassword(device.Key), thief);
        var proof = pool.DeviceProof(verifier, thief);

        pool.RespondRefusal(verifier, proof).ShouldBe("NotAuthorizedException: Incorrect username or password.");
        pool.RespondRefusal(verifier, [.. proof.Where(response => response.Name != "TIMESTAMP")]).ShouldBe("InvalidParameterException: Missing required parameter TIMESTAMP");
        pool.RespondRefusal(verifier, [.. proof.Where(response => response.Name != "DEVICE_KEY")]).ShouldBe("InvalidParameterException: Missing required parameter DEVICE_KEY");
        var late = thief.Prove(verifier.GetProperty("ChallengeParameters"), pool.Clock.GetUtcNow().AddMinutes(-2));
        pool.RespondRefusal(verifier, [.. late, ("DEVICE_KEY", device.Key)]).ShouldBe("NotAuthorizedException: Incorrect username or password.");
    }

    [Fact]
    public void A_proof_must_contain_the_issued_secret_block()
    {
        using var pool = DevicesOfPool.Tracking();
        var (_, device) = pool.SignInOnNewDevice();
        var verifier = pool.StartDevice(pool.SrpPassword(device.Key), device);
        var parameters = JsonNode.Parse(verifier.GetProperty("ChallengeParameters").GetRawText())!;
        parameters["SECRET_BLOCK"] = "QW5vdGhlcg==";

        var proof = device.Prove(JsonSerializer.SerializeToElement(parameters), pool.Clock.GetUtcNow());
        pool.RespondRefusal(verifier, [.. proof, ("DEVICE_KEY", device.Key)]).ShouldBe("NotAuthorizedException: Incorrect username or password.");
    }

    [Fact]
    public void A_secret_works_for_its_own_device_key_only()
    {
        using var pool = DevicesOfPool.Tracking();
        var (_, stolen) = pool.SignInOnNewDevice();
        var (_, device) = pool.SignInOnNewDevice();
        var start = pool.SrpPassword(device.Key);

        pool.RespondRefusal(start, ("DEVICE_KEY", stolen.Key), ("SRP_A", stolen.A)).ShouldBe(Unknown);
        var verifier = pool.StartDevice(start, device);
        pool.RespondRefusal(verifier, pool.DeviceProof(verifier, stolen)).ShouldBe(Unknown);
        var borrowed = stolen.Prove(verifier.GetProperty("ChallengeParameters"), pool.Clock.GetUtcNow());
        pool.RespondRefusal(verifier, [.. borrowed, ("DEVICE_KEY", device.Key)]).ShouldBe("NotAuthorizedException: Incorrect username or password.");
    }

    [Fact]
    public void A_device_that_is_not_a_confirmed_device_of_the_user_is_reported_after_the_password()
    {
        using var pool = DevicesOfPool.Tracking();
        pool.AddJane("other");
        var (tokens, forgotten) = pool.SignInOnNewDevice();
        pool.Send("ForgetDevice", new { AccessToken = tokens.Access, DeviceKey = forgotten.Key });
        var (_, others) = pool.SignInOnNewDevice("other");
        var unconfirmed = pool.Send("InitiateAuth", pool.PasswordSignIn()).NewDevice();

        foreach (var key in (string[])[forgotten.Key, others.Key, unconfirmed.Key, "us-east-1_0000"])
        {
            pool.SrpPasswordRefusal(key).ShouldBe(Unknown);
            pool.SrpPasswordRefusal(key, "Wr0ngPassword!").ShouldBe("NotAuthorizedException: Incorrect username or password.");
        }
    }

    [Fact]
    public void After_an_unknown_device_the_same_answer_without_it_is_accepted()
    {
        using var pool = DevicesOfPool.Tracking();
        var client = new SrpClient();
        var challenge = pool.SrpStart(client);
        var proof = client.Prove(challenge, pool.PoolId, PoolUnderTest.Password, pool.Clock.GetUtcNow());
        pool.RespondRefusal(challenge, [.. proof, ("DEVICE_KEY", "us-east-1_0000")]).ShouldBe(Unknown);

        pool.Respond(challenge, proof).NewDevice();
    }

    [Fact]
    public void A_device_that_is_forgotten_during_its_sign_in_is_refused()
    {
        using var pool = DevicesOfPool.Tracking();
        var (tokens, device) = pool.SignInOnNewDevice();
        var verifier = pool.StartDevice(pool.SrpPassword(device.Key), device);
        pool.Send("ForgetDevice", new { AccessToken = tokens.Access, DeviceKey = device.Key });

        pool.RespondRefusal(verifier, pool.DeviceProof(verifier, device)).ShouldBe(Unknown);
    }

    [Fact]
    public void A_device_key_next_to_a_plain_password_is_ignored()
    {
        using var pool = DevicesOfPool.Tracking();
        var (_, device) = pool.SignInOnNewDevice();

        pool.Send("InitiateAuth", new
        {
            pool.ClientId,
            AuthFlow = "USER_PASSWORD_AUTH",
            AuthParameters = new { USERNAME = "jane", PASSWORD = PoolUnderTest.Password, DEVICE_KEY = device.Key },
        }).NewDevice().Key.ShouldNotBe(device.Key);
    }

    [Theory]
    [InlineData(true, true, "DEVICE_SRP_AUTH")]
    [InlineData(true, false, "SMS_MFA")]
    [InlineData(false, true, "SMS_MFA")]
    [InlineData(false, false, "SMS_MFA")]
    public void A_remembered_device_replaces_the_second_factor_when_the_pool_allows_it(bool isAllowed, bool isRemembered, string first)
    {
        using var pool = DevicesOfPool.Tracking(configuration => configuration.ChallengeRequiredOnNewDevice = isAllowed);
        var (tokens, device) = pool.SignInOnNewDevice();
        pool.Pool.EnableMfa("jane", "SMS_MFA");
        pool.Send("UpdateDeviceStatus", new { AccessToken = tokens.Access, DeviceKey = device.Key, DeviceRememberedStatus = isRemembered ? "remembered" : "not_remembered" });

        pool.SrpPassword(deviceKey: null).ChallengeName().ShouldBe("SMS_MFA", "an unknown device");
        var challenge = pool.SrpPassword(device.Key);
        challenge.ChallengeName().ShouldBe(first);
        if (first == "SMS_MFA") challenge = pool.Respond(challenge, ("SMS_MFA_CODE", pool.Inbox.LatestCode("jane")));
        IssuedTokens.Of(pool.ProveDevice(challenge, device));
    }

    [Fact]
    public void Naming_a_remembered_device_without_proof_returns_no_tokens()
    {
        using var pool = DevicesOfPool.Tracking(configuration => configuration.ChallengeRequiredOnNewDevice = true);
        var (_, device) = pool.SignInOnNewDevice();
        pool.Pool.EnableMfa("jane", "SMS_MFA");
        var thief = new SrpDevice(device.Key, pool.Pool.DeviceGroupKey);
        var verifier = pool.StartDevice(pool.SrpPassword(device.Key), thief);

        pool.RespondRefusal(verifier, pool.DeviceProof(verifier, thief)).ShouldStartWith("NotAuthorizedException");
        pool.RespondRefusal(pool.SrpPassword(device.Key), ("DEVICE_KEY", device.Key)).ShouldBe("InvalidParameterException: Missing required parameter SRP_A");
    }

    [Fact]
    public void A_new_password_is_followed_by_the_proof_of_the_device()
    {
        using var pool = DevicesOfPool.Tracking();
        var (_, device) = pool.SignInOnNewDevice();
        pool.Send("AdminSetUserPassword", new { UserPoolId = pool.PoolId, Username = "jane", PoolUnderTest.Password, Permanent = false });

        var challenge = pool.SrpPassword(device.Key);
        challenge.ChallengeName().ShouldBe("NEW_PASSWORD_REQUIRED");
        IssuedTokens.Of(pool.ProveDevice(pool.Respond(challenge, ("NEW_PASSWORD", "N3wPassword!")), device));
    }

    [Fact]
    public void A_custom_sign_in_that_starts_with_the_password_verifies_the_device()
    {
        using var pool = DevicesOfPool.Tracking();
        pool.Pool.Triggers.DefineAuthChallenge = call => call.Session.Count switch
        {
            1 => new DefineAuthChallengeResponse { ChallengeName = "PASSWORD_VERIFIER" },
            2 => new DefineAuthChallengeResponse { ChallengeName = "CUSTOM_CHALLENGE" },
            _ => new DefineAuthChallengeResponse { IssueTokens = true },
        };
        pool.Pool.Triggers.CreateAuthChallenge = _ => new CreateAuthChallengeResponse();
        pool.Pool.Triggers.VerifyAuthChallengeResponse = _ => new VerifyAuthChallengeResponseResponse { AnswerCorrect = true };
        var (_, device) = pool.SignInOnNewDevice();
        var client = new SrpClient();
        var verifier = pool.Send("InitiateAuth", new { pool.ClientId, AuthFlow = "CUSTOM_AUTH", AuthParameters = new { USERNAME = "jane", SRP_A = client.A, CHALLENGE_NAME = "SRP_A" } });
        var proof = client.Prove(verifier, pool.PoolId, PoolUnderTest.Password, pool.Clock.GetUtcNow());

        var custom = pool.Respond(verifier, [.. proof, ("DEVICE_KEY", device.Key)]);

        custom.ChallengeName().ShouldBe("CUSTOM_CHALLENGE");
        IssuedTokens.Of(pool.ProveDevice(pool.Respond(custom, ("ANSWER", "42")), device));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_session_is_refreshed_on_its_confirmed_device_only(bool isRotated)
    {
        using var pool = DevicesOfPool.Tracking(other: options =>
        {
            options.PublicClient.RefreshTokenRotation = isRotated;
            options.PublicClient.RetryGracePeriodSeconds = 0;
        });
        var (tokens, device) = pool.SignInOnNewDevice();
        var (_, another) = pool.SignInOnNewDevice();
        object Request(string? refreshToken, string? key) => new { pool.ClientId, RefreshToken = refreshToken, DeviceKey = key };

        foreach (var key in (string?[])[null, another.Key, "us-east-1_0000"])
        {
            pool.Refusal("GetTokensFromRefreshToken", Request(tokens.Refresh, key)).ShouldBe("NotAuthorizedException: Invalid Refresh Token");
        }
        var refreshed = IssuedTokens.Of(pool.Send("GetTokensFromRefreshToken", Request(tokens.Refresh, device.Key)));

        PoolUnderTest.Claims(refreshed.Access).GetProperty("device_key").GetString().ShouldBe(device.Key);
        (refreshed.Refresh is null).ShouldBe(!isRotated);
        var usable = refreshed.Refresh ?? tokens.Refresh;
        pool.Send("ForgetDevice", new { AccessToken = tokens.Access, DeviceKey = device.Key });
        pool.Refusal("GetTokensFromRefreshToken", Request(usable, device.Key)).ShouldBe("NotAuthorizedException: Invalid Refresh Token");
    }

    [Fact]
    public void A_session_cannot_be_refreshed_before_its_device_is_confirmed()
    {
        using var pool = DevicesOfPool.Tracking();
        var answer = pool.Send("InitiateAuth", pool.PasswordSignIn());
        var (tokens, device) = (IssuedTokens.Of(answer), answer.NewDevice());
        object request = new { pool.ClientId, AuthFlow = "REFRESH_TOKEN_AUTH", AuthParameters = new { REFRESH_TOKEN = tokens.Refresh, DEVICE_KEY = device.Key } };

        pool.Refusal("InitiateAuth", request).ShouldBe("NotAuthorizedException: Invalid Refresh Token");
        pool.Confirm(tokens.Access, device);
        IssuedTokens.Of(pool.Send("InitiateAuth", request));
    }

    [Fact]
    public void The_administrative_flow_returns_device_keys_too()
    {
        using var pool = DevicesOfPool.Tracking();

        pool.Send("AdminInitiateAuth", new
        {
            UserPoolId = pool.PoolId,
            pool.ClientId,
            AuthFlow = "ADMIN_USER_PASSWORD_AUTH",
            AuthParameters = new { USERNAME = "jane", PASSWORD = PoolUnderTest.Password },
        }).NewDevice();
    }
}
