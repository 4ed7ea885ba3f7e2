namespace CognitoAuth.IntegrationTests.Support;

/// <summary>The collection of tests that measure. They run one after the other, and no other tests run at the same time.</summary>
[CollectionDefinition(nameof(NotInParallel), DisableParallelization = true)]
public sealed class NotInParallel;
