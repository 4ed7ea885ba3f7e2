using Amazon.CognitoIdentityProvider;
using CognitoAuth.LocalCognito.Operations;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Architecture;

/// <summary>
/// The client, the gateway and the embedded pool have every operation that Cognito has for users. A new operation in the model fails these tests until they have it too.
/// A test of the running API proves that each is behind an endpoint as well (<c>tests/IntegrationTests/Api/CognitoOperationsTests.cs</c>).
/// </summary>
public sealed class CognitoOperationsTests
{
    // The first was replaced by SetUserMFAPreference; the second is for links in e-mails of threat protection, which Cognito serves itself.
    private static readonly string[] Exceptions = ["SetUserSettings", "UpdateAuthEventFeedback"];

    // Searches the text: the port's name of a sign-in step can differ from Cognito's name.
    private static readonly string Gateway = string.Concat(Directory.EnumerateFiles(Repository.PathOf("src/Infrastructure/Cognito/Gateway"), "*.cs").Select(File.ReadAllText));

    public static TheoryData<string> OfUsers => [.. CognitoModel.Operations.Where(operation => !operation.Value.IsSigned).Select(operation => operation.Key).Except(Exceptions, StringComparer.Ordinal)];

    [Fact]
    public void Model_has_every_operation_for_users()
    {
        OfUsers.Count.ShouldBeGreaterThanOrEqualTo(33);
        Exceptions.ShouldBeSubsetOf(CognitoModel.Operations.Keys);
    }

    [Theory]
    [MemberData(nameof(OfUsers))]
    public void Client_has_the_operation(string operation) => typeof(IAmazonCognitoIdentityProvider).GetMethod($"{operation}Async").ShouldNotBeNull();

    [Theory]
    [MemberData(nameof(OfUsers))]
    public void Gateway_calls_the_operation(string operation) => Gateway.ShouldContain($"client.{operation}Async(");

    [Fact]
    public void Search_of_the_gateway_finds_no_operation_that_it_does_not_call() => Gateway.ShouldNotContain($"client.{Exceptions[0]}Async(");

    [Theory]
    [MemberData(nameof(OfUsers))]
    public void Embedded_pool_has_the_operation_for_unsigned_callers(string operation) => OperationTable.Find(operation).ShouldNotBeNull().IsSigned.ShouldBeFalse();
}
