using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.LocalCognito.Protocol;

namespace CognitoAuth.IntegrationTests.Api.OpenApi;

/// <summary>For each error that Cognito's model lists for an operation, the API returns an error that its document lists. <see cref="ContractCheck"/> compares.</summary>
public sealed class ErrorsTests(HiddenApi hidden, RevealedApi revealed) : IClassFixture<HiddenApi>, IClassFixture<RevealedApi>
{
    // Calls with these errors are retried. FaultTests and FaultMatrixTests test each class of retries.
    private static readonly string[] Retried = ["TooManyRequestsException", "InternalErrorException"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_error_that_Cognito_can_return_is_in_the_document(bool isHidden)
    {
        var api = isHidden ? hidden.Api : revealed.Api;
        var calls = new ContractCalls(api);
        var (refused, unlisted) = (0, new SortedSet<string>(StringComparer.Ordinal));
        foreach (var error in ModelledErrors.All.Except(Retried, StringComparer.Ordinal))
        {
            foreach (var operation in Contract.Committed.Operations)
            {
                foreach (var example in operation.BodyExamples.Select(example => example.Value).DefaultIfEmpty())
                {
                    foreach (var message in MessagesOf(error))
                    {
                        await calls.Prepare(operation);
                        foreach (var upstream in ModelledErrors.OperationsWith(error)) api.Cognito.Faults.Fail(upstream, new CognitoException(error, message));
                        try
                        {
                            if ((await calls.Send(operation, example)).Status >= 400) refused++;
                        }
                        catch (ShouldAssertException unlistedResponse)
                        {
                            // All together, so that they can be fixed in one change.
                            unlisted.Add(unlistedResponse.Message.Split('\n')[^1].Trim());
                        }

                        api.Cognito.Faults.Clear();
                    }
                }
            }
        }

        string.Join('\n', unlisted).ShouldBeEmpty();
        refused.ShouldBeGreaterThan(500);
    }

    private static IEnumerable<string> MessagesOf(string error) => error == "NotAuthorizedException" ? ["Refused.", "User is disabled."] : ["Refused."];
}
