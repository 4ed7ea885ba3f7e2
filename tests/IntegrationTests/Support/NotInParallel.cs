namespace CognitoAuth.IntegrationTests.Support;

/// <summary>For tests that measure: they run one after the other, and beside no others.</summary>
[CollectionDefinition(nameof(NotInParallel), DisableParallelization = true)]
public sealed class NotInParallel;
