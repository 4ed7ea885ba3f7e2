using Amazon;
using Amazon.CognitoIdentityProvider;
using Amazon.Runtime.Endpoints;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito.Sdk;

public sealed class EndpointTests
{
    [Theory]
    [InlineData("eu-central-1", false, false, "https://cognito-idp.eu-central-1.amazonaws.com/")]
    [InlineData("us-east-1", true, false, "https://cognito-idp-fips.us-east-1.amazonaws.com/")]
    [InlineData("us-east-1", false, true, "https://cognito-idp.us-east-1.api.aws/")]
    [InlineData("us-east-1", true, true, "https://cognito-idp-fips.us-east-1.api.aws/")]
    [InlineData("cn-north-1", false, false, "https://cognito-idp.cn-north-1.amazonaws.com.cn/")]
    [InlineData("cn-north-1", false, true, "https://cognito-idp.cn-north-1.api.amazonwebservices.com.cn/")]
    public void The_endpoint_follows_the_region(string region, bool fips, bool dualStack, string url) =>
        Resolve(new() { RegionEndpoint = RegionEndpoint.GetBySystemName(region), UseFIPSEndpoint = fips, UseDualstackEndpoint = dualStack }).ShouldBe(url);

    [Fact]
    public void A_configured_URL_takes_precedence_over_the_region() =>
        Resolve(new() { ServiceURL = "http://127.0.0.1:9229", AuthenticationRegion = "eu-central-1" }).ShouldBe("http://127.0.0.1:9229/");

    private static string Resolve(AmazonCognitoIdentityProviderConfig config) =>
        new Uri(config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(new Amazon.CognitoIdentityProvider.Model.SignUpRequest())).URL).AbsoluteUri;
}
