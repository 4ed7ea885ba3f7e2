using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Cognito;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito;

public sealed class ClientSecretsTests
{
    [Fact]
    public void The_hash_is_that_of_Cognito() =>
        // Computed without this code, by the rule of docs/cognito.md#secret-hash.
        ClientSecrets.Hash(new Secret("my-client-secret"), "jane@example.com", "1example23456789").ShouldBe("Aq0HXBxh/pSG6ax7fH/eioi2UUJiWMf75DhgoKJ33Xk=");

    [Fact]
    public void A_public_client_has_no_hash()
    {
        var secrets = new ClientSecrets(new CognitoOptions());

        secrets.Count.ShouldBe(0);
        secrets.Current.ShouldBeNull();
        ClientSecrets.Hash(secrets.Current, "jane", "1").ShouldBeNull();
    }

    [Fact]
    public void Calls_that_were_refused_with_the_same_secret_switch_to_the_next_once()
    {
        var secrets = new ClientSecrets(new CognitoOptions { ClientSecrets = ["first", "second", "third"] });
        var refused = secrets.Current!;

        secrets.UseNextAfter(refused);
        secrets.UseNextAfter(refused);

        secrets.Current.ShouldBe(new Secret("second"));
    }

    [Fact]
    public void The_first_secret_follows_the_last()
    {
        var secrets = new ClientSecrets(new CognitoOptions { ClientSecrets = ["first", "second"] });

        secrets.UseNextAfter(secrets.Current!);
        secrets.UseNextAfter(secrets.Current!);

        secrets.Current.ShouldBe(new Secret("first"));
    }
}
