using System.Globalization;
using System.Numerics;
using CognitoAuth.Infrastructure.Cognito.Gateway.Srp;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito.Gateway.Srp;

/// <summary>The arithmetic against RFC 5054, appendix B (1024-bit group, SHA-1): the hashes are given, so only the arithmetic is tested.</summary>
public sealed class SrpGroupTests
{
    private static readonly SrpGroup Group = new(
        Hex(
            "EEAF0AB9ADB38DD69C33F80AFA8FC5E86072618775FF3C0B9EA2314C9C256576D674DF7496EA81D3383B4813D692C6E0E0D5D8E250B98BE48E495C1D6089DAD1"
            + "5DC7D7B46154D6B6CE8EF4AD69B15D4982559B297BCF1885C529F566660E57EC68EDBC3C05726CC02FD4CBF4976EAA9AFD5138FE8376435B9FC61D2FC0EB06E3"),
        2);

    private static readonly BigInteger PrivateValue = Hex("60975527035CF2AD1989806F0407210BC81EDC04E2762A56AFD529DDDA2D4393");

    [Fact]
    public void The_public_value_is_that_of_the_RFC() => Group.PublicValue(PrivateValue).ShouldBe(Hex(
        "61D5E490F6F1B79547B0704C436F523DD0E560F0C64115BB72557EC44352E8903211C04692272D8B2D1A5358A2CF1B6E0BFCF99F921530EC8E39356179EAE45E"
        + "42BA92AEACED825171E1E8B9AF6D9C03E1327F44BE087EF06530E69F66615261EEF54073CA11CF5858F0EDFDFE15EFEAB349EF5D76988A3672FAC47B0769447B"));

    [Fact]
    public void The_premaster_secret_is_that_of_the_RFC() => Group.ClientSecret(
        serverPublicValue: Hex(
            "BD0C61512C692C0CB6D041FA01BB152D4916A1E77AF46AE105393011BAF38964DC46A0670DD125B95A981652236F99D9B681CBF87837EC996C6DA04453728610"
            + "D0C6DDB58B318885D7D82C7F8DEB75CE7BD4FBAA37089E6F9C6059F388838E7A00030B331EB76840910440B1B27AAEAEEB4012B7D7665238A8E3FB004B117B58"),
        multiplier: Hex("7556AA045AEF2CDD07ABAF0F665C3E818913186F"),
        privateKey: Hex("94B7555AABE9127CC58CCF4993DB6CF84D16C124"),
        PrivateValue,
        scrambler: Hex("CE38B9593487DA98554ED47D70A7AE5F462EF019")).ShouldBe(Hex(
        "B0DC82BABCF30674AE450C0287745E7990A3381F63B387AAF271A10D233861E359B48220F7C4693C9AE12B0A6F67809F0876E2D013800D6C41BB59B6D5979B5C"
        + "00A172B4A2A5903A0BDCAF8A709585EB2AFAFA8F3499B200210DCC1F10EB33943CD67FC88A2F39A4BE5BEC4EC0A3212DC346D7E474B29EDE8A469FFECA686E5A"));

    [Fact]
    public void A_public_value_that_is_zero_in_the_group_is_not_safe()
    {
        Group.IsSafe(BigInteger.Zero).ShouldBeFalse();
        Group.IsSafe(Group.Modulus * 3).ShouldBeFalse();
        Group.IsSafe(Group.Modulus + 1).ShouldBeTrue();
    }

    [Fact]
    public void The_group_of_Cognito_has_3072_bits() => SrpGroup.Cognito.Modulus.GetBitLength().ShouldBe(3072);

    private static BigInteger Hex(string text) => BigInteger.Parse("0" + text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
