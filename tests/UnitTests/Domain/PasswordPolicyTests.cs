using CognitoAuth.Domain;

namespace CognitoAuth.UnitTests.Domain;

public sealed class PasswordPolicyTests
{
    [Theory]
    [InlineData("Passw0rd!", null)]
    [InlineData("Pass w0rd", null)]
    [InlineData("Passw0rd-", null)]
    [InlineData("Pässw0rd!", null)]
    [InlineData("Passw0!", "It must have at least 8 characters.")]
    [InlineData("passw0rd!", "It must have an upper-case letter.")]
    [InlineData("Äassw0rd!", "It must have an upper-case letter.")]
    [InlineData("PASSW0RD!", "It must have a lower-case letter.")]
    [InlineData("Password!", "It must have a digit.")]
    [InlineData("Password٣!", "It must have a digit.")]
    [InlineData("Passw0rds", "It must have a symbol.")]
    [InlineData("Passw0rd§", "It must have a symbol.")]
    [InlineData(" Passw0rd!", "It must not begin or end with a space.")]
    [InlineData("Passw0rd! ", "It must not begin or end with a space.")]
    public void Unmet_rule_is_named(string password, string? unmet) => new PasswordPolicy().UnmetRules(new Secret(password)).ShouldBe(unmet is null ? [] : [unmet]);

    [Fact]
    public void Every_symbol_of_Cognito_counts()
    {
        foreach (var symbol in "^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+-") new PasswordPolicy().UnmetRules(new Secret($"Passw{symbol}0rd")).ShouldBeEmpty($"symbol {symbol}");
    }

    [Theory]
    [InlineData(256, 0)]
    [InlineData(257, 1)]
    public void Password_has_at_most_256_characters(int length, int faults) => new PasswordPolicy().UnmetRules(new Secret("Aa1!" + new string('x', length - 4))).Count().ShouldBe(faults);

    [Fact]
    public void Rules_that_are_off_are_not_checked()
    {
        var lenient = new PasswordPolicy { MinimumLength = 6, RequireUppercase = false, RequireLowercase = false, RequireDigit = false, RequireSymbol = false };

        lenient.UnmetRules(new Secret("xxxxxx")).ShouldBeEmpty();
        lenient.UnmetRules(new Secret("xxxxx")).ShouldBe(["It must have at least 6 characters."]);
    }

    [Fact]
    public void All_unmet_rules_are_named() => new PasswordPolicy().UnmetRules(new Secret("~")).Count().ShouldBe(4);
}
