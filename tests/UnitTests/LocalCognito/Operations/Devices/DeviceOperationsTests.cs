using System.Text.Json;
using CognitoAuth.Tests.Shared;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito.Operations.Devices;

public sealed class DeviceOperationsTests : IDisposable
{
    private const string NotFound = "ResourceNotFoundException: Device does not exist.";

    private readonly PoolUnderTest _pool = DevicesOfPool.Tracking();

    [Fact]
    public void A_confirmed_device_is_returned()
    {
        var (tokens, device) = _pool.SignInOnNewDevice();
        var now = _pool.Clock.GetUtcNow().ToUnixTimeSeconds();

        _pool.Send("GetDevice", new { AccessToken = tokens.Access, DeviceKey = device.Key }).GetRawText().ShouldBe(
            $$$"""
            {"Device":{"DeviceKey":"{{{device.Key}}}","DeviceAttributes":[{"Name":"device_status","Value":"valid"},{"Name":"device_name","Value":"laptop"},
            {"Name":"dev:device_remembered_status","Value":"remembered"}],"DeviceCreateDate":{{{now}}},"DeviceLastModifiedDate":{{{now}}},"DeviceLastAuthenticatedDate":{{{now}}}}}
            """.ReplaceLineEndings(""));
    }

    [Theory]
    [InlineData(false, "remembered")]
    [InlineData(true, "not_remembered")]
    public void A_confirmed_device_is_remembered_unless_the_pool_asks_the_user(bool isAsked, string status)
    {
        using var pool = DevicesOfPool.Tracking(configuration => configuration.DeviceOnlyRememberedOnUserPrompt = isAsked);
        var answer = pool.Send("InitiateAuth", pool.PasswordSignIn());
        var (tokens, device) = (IssuedTokens.Of(answer), answer.NewDevice());

        pool.Confirm(tokens.Access, device, name: null).GetRawText().ShouldBe($$"""{"UserConfirmationNecessary":{{(isAsked ? "true" : "false")}}}""");

        Status(pool, tokens, device).ShouldBe(status);
    }

    [Fact]
    public void Only_keys_of_a_sign_in_are_confirmed_and_only_once()
    {
        _pool.AddJane("other");
        var (tokens, device) = _pool.SignInOnNewDevice();
        var others = _pool.Send("InitiateAuth", _pool.PasswordSignIn("other")).NewDevice();

        _pool.Refusal("ConfirmDevice", DevicesOfPool.Confirmation(tokens.Access, device)).ShouldBe("DeviceKeyExistsException: Device key already exists.");
        foreach (var key in (string[])[others.Key, "us-east-1_0123"])
        {
            var stranger = new SrpDevice(key, _pool.Pool.DeviceGroupKey);
            _pool.Refusal("ConfirmDevice", DevicesOfPool.Confirmation(tokens.Access, stranger)).ShouldBe("InvalidParameterException: Invalid device key given.");
        }
    }

    [Theory]
    [InlineData(null, "AAAA", "Missing required parameter PasswordVerifier")]
    [InlineData("", "AAAA", "Missing required parameter PasswordVerifier")]
    [InlineData("AAAA", null, "Missing required parameter Salt")]
    [InlineData("no Base64!", "AAAA", "PasswordVerifier is not valid Base64.")]
    public void An_invalid_verifier_is_refused(string? verifier, string? salt, string refusal)
    {
        var answer = _pool.Send("InitiateAuth", _pool.PasswordSignIn());
        var (tokens, device) = (IssuedTokens.Of(answer), answer.NewDevice());

        _pool.Refusal("ConfirmDevice", new { AccessToken = tokens.Access, DeviceKey = device.Key, DeviceSecretVerifierConfig = new { PasswordVerifier = verifier, Salt = salt } })
            .ShouldBe($"InvalidParameterException: {refusal}");
        _pool.Confirm(tokens.Access, device);
    }

    [Fact]
    public void A_device_is_remembered_and_no_longer_remembered()
    {
        var (tokens, device) = _pool.SignInOnNewDevice();
        void Set(string? status) => _pool.Send("UpdateDeviceStatus", new { AccessToken = tokens.Access, DeviceKey = device.Key, DeviceRememberedStatus = status });

        Set("not_remembered");
        Status(_pool, tokens, device).ShouldBe("not_remembered");
        Set(null);
        Status(_pool, tokens, device).ShouldBe("not_remembered", "without a status nothing changes");
        Set("remembered");
        Status(_pool, tokens, device).ShouldBe("remembered");
        _pool.Refusal("UpdateDeviceStatus", new { AccessToken = tokens.Access, DeviceKey = device.Key, DeviceRememberedStatus = "trusted" }).ShouldStartWith("InvalidParameterException");
    }

    [Fact]
    public void Devices_are_listed_page_by_page()
    {
        SrpDevice[] devices = [_pool.SignInOnNewDevice().Device, _pool.SignInOnNewDevice().Device, _pool.SignInOnNewDevice().Device];
        var tokens = _pool.SignIn();

        var first = _pool.Send("ListDevices", new { AccessToken = tokens.Access, Limit = 2 });
        var second = _pool.Send("ListDevices", new { AccessToken = tokens.Access, Limit = 2, PaginationToken = first.GetProperty("PaginationToken").GetString() });

        Keys(first).Concat(Keys(second)).ShouldBe(devices.Select(device => device.Key), "an unconfirmed device is not listed");
        second.TryGetProperty("PaginationToken", out _).ShouldBeFalse();
        foreach (var request in (object[])[new { AccessToken = tokens.Access, Limit = 61 }, new { AccessToken = tokens.Access, PaginationToken = "x" }])
        {
            _pool.Refusal("ListDevices", request).ShouldStartWith("InvalidParameterException");
        }
    }

    [Fact]
    public void A_user_cannot_use_the_device_of_another_user()
    {
        _pool.AddJane("other");
        var (_, device) = _pool.SignInOnNewDevice();
        var (other, _) = _pool.SignInOnNewDevice("other");

        foreach (var operation in (string[])["GetDevice", "UpdateDeviceStatus", "ForgetDevice"])
        {
            _pool.Refusal(operation, new { AccessToken = other.Access, DeviceKey = device.Key }).ShouldBe(NotFound);
        }
        Keys(_pool.Send("ListDevices", new { AccessToken = other.Access })).ShouldNotContain(device.Key);
    }

    [Fact]
    public void A_device_is_forgotten()
    {
        var (tokens, device) = _pool.SignInOnNewDevice();

        _pool.Send("ForgetDevice", new { AccessToken = tokens.Access, DeviceKey = device.Key });

        foreach (var operation in (string[])["GetDevice", "UpdateDeviceStatus", "ForgetDevice"])
        {
            _pool.Refusal(operation, new { AccessToken = tokens.Access, DeviceKey = device.Key }).ShouldBe(NotFound);
        }
        Keys(_pool.Send("ListDevices", new { AccessToken = tokens.Access })).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("GetDevice")]
    [InlineData("ForgetDevice")]
    public void An_access_token_is_required_even_when_optional_in_the_model(string operation) =>
        _pool.Refusal(operation, new { DeviceKey = "us-east-1_abc" }).ShouldBe("InvalidParameterException: Missing required parameter AccessToken");

    [Fact]
    public void Device_operations_are_refused_when_devices_are_not_tracked()
    {
        using var pool = new PoolUnderTest();
        pool.AddJane();
        var token = pool.SignIn().Access;
        const string Off = "InvalidUserPoolConfigurationException: Device tracking is not configured for the user pool.";

        foreach (var operation in (string[])["GetDevice", "UpdateDeviceStatus", "ForgetDevice", "ListDevices"])
        {
            pool.Refusal(operation, new { AccessToken = token, DeviceKey = "us-east-1_abc" }).ShouldBe(Off);
        }
        pool.Refusal("ConfirmDevice", DevicesOfPool.Confirmation(token, new SrpDevice("us-east-1_abc", "-group"))).ShouldBe(Off);
        foreach (var operation in (string[])["AdminGetDevice", "AdminUpdateDeviceStatus", "AdminForgetDevice", "AdminListDevices"])
        {
            pool.Refusal(operation, new { UserPoolId = pool.PoolId, Username = "jane", DeviceKey = "us-east-1_abc" }).ShouldBe(Off);
        }
    }

    [Fact]
    public void Administrators_see_remember_and_forget_the_devices_of_a_user()
    {
        var (tokens, device) = _pool.SignInOnNewDevice();
        object request = new { UserPoolId = _pool.PoolId, Username = "jane", DeviceKey = device.Key };

        Keys(_pool.Send("AdminListDevices", new { UserPoolId = _pool.PoolId, Username = "jane" })).ShouldBe([device.Key]);
        _pool.Send("AdminGetDevice", request).GetRawText().ShouldBe(_pool.Send("GetDevice", new { AccessToken = tokens.Access, DeviceKey = device.Key }).GetRawText());
        _pool.Send("AdminUpdateDeviceStatus", new { UserPoolId = _pool.PoolId, Username = "jane", DeviceKey = device.Key, DeviceRememberedStatus = "not_remembered" });
        Status(_pool, tokens, device).ShouldBe("not_remembered");
        _pool.Send("AdminForgetDevice", request);

        foreach (var operation in (string[])["AdminGetDevice", "AdminUpdateDeviceStatus", "AdminForgetDevice"])
        {
            _pool.Refusal(operation, request).ShouldBe(NotFound);
        }
        _pool.Refusal("AdminGetDevice", new { UserPoolId = _pool.PoolId, Username = "nobody", DeviceKey = device.Key }).ShouldStartWith("UserNotFoundException");
    }

    public void Dispose() => _pool.Dispose();

    private static string? Status(PoolUnderTest pool, IssuedTokens tokens, SrpDevice device) =>
        pool.Send("GetDevice", new { AccessToken = tokens.Access, DeviceKey = device.Key }).GetProperty("Device").GetProperty("DeviceAttributes").EnumerateArray()
            .Single(attribute => attribute.GetProperty("Name").GetString() == "dev:device_remembered_status").GetProperty("Value").GetString();

    private static IEnumerable<string> Keys(JsonElement list) => list.GetProperty("Devices").EnumerateArray().Select(device => device.GetProperty("DeviceKey").GetString()!);
}
