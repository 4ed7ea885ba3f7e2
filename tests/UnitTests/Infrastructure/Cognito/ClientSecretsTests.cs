using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Cognito;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito;

public sealed class ClientSecretsTests
{
    [Fact]
    public void Hashes_as_Cognito_does() =>
        // Facts 1.4.
        ClientSecrets.Hash(new Secret("my-client-secret"), "jane@example.com", "1example23456789").ShouldBe("Aq0HXBxh/pSG6ax7fH/eioi2UUJiWMf75DhgoKJ33Xk=");

    [Fact]
    public void Has_no_hash_for_a_public_client()
    {
        var secrets = new ClientSecrets(new CognitoOptions());

        secrets.Count.ShouldBe(0);
        secrets.Current.ShouldBeNull();
        ClientSecrets.Hash(secrets.Current, "jane", "1").ShouldBeNull();
    }

    [Fact]
    public void Moves_on_once_for_all_calls_that_were_refused_with_the_same_secret()
    {
        var secrets = new ClientSecrets(new CognitoOptions { ClientSecrets = ["first", "second", "third"] });
        var refused = secrets.Current!;

        secrets.UseNextAfter(refused);
        secrets.UseNextAfter(refused);

        secrets.Current.ShouldBe(new Secret("second"));
    }

    [Fact]
    public void Comes_round_to_the_first_again()
    {
        var secrets = new ClientSecrets(new CognitoOptions { ClientSecrets = ["first", "second"] });

        secrets.UseNextAfter(secrets.Current!);
        secrets.UseNextAfter(secrets.Current!);

        secrets.Current.ShouldBe(new Secret("first"));
    }
}
