namespace CognitoAuth.IntegrationTests.Support;

/// <summary>For tests that measure: they run one after the other, and beside no others.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
