using Amazon.CognitoIdentityProvider;
using CognitoAuth.LocalCognito.Operations;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Architecture;

/// <summary>
/// Every operation that Cognito has for users is in the client, in the gateway and in the embedded pool. One that the model gets is missed here until it is.
/// That each is behind an endpoint as well, a test of the running API says (<c>tests/IntegrationTests/Api/CognitoOperationsTests.cs</c>).
/// </summary>
public sealed class CognitoOperationsTests
{
    // The first was replaced by SetUserMFAPreference; the second is for links in e-mails of threat protection, which Cognito serves itself.
    private static readonly string[] Exceptions = ["SetUserSettings", "UpdateAuthEventFeedback"];

    // The text: what the port calls a step of a sign-in is not always what Cognito calls it.
    private static readonly string Gateway = string.Concat(Directory.EnumerateFiles(Repository.PathOf("src/Infrastructure/Cognito/Gateway"), "*.cs").Select(File.ReadAllText));

    public static TheoryData<string> OfUsers => [.. CognitoModel.Operations.Where(operation => !operation.Value.IsSigned).Select(operation => operation.Key).Except(Exceptions, StringComparer.Ordinal)];

    [Fact]
    public void The_model_has_them_all()
    {
        OfUsers.Count.ShouldBeGreaterThanOrEqualTo(33);
        Exceptions.ShouldBeSubsetOf(CognitoModel.Operations.Keys);
    }

    [Theory]
    [MemberData(nameof(OfUsers))]
    public void The_client_has_it(string operation) => typeof(IAmazonCognitoIdentityProvider).GetMethod($"{operation}Async").ShouldNotBeNull();

    [Theory]
    [MemberData(nameof(OfUsers))]
    public void The_gateway_calls_it(string operation) => Gateway.ShouldContain($"client.{operation}Async(");

    [Fact]
    public void Search_of_the_gateway_finds_no_operation_that_it_does_not_call() => Gateway.ShouldNotContain($"client.{Exceptions[0]}Async(");

    [Theory]
    [MemberData(nameof(OfUsers))]
    public void The_embedded_pool_has_it_for_callers_without_a_signature(string operation) => OperationTable.Find(operation).ShouldNotBeNull().IsSigned.ShouldBeFalse();
}
