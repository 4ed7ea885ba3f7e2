namespace CognitoAuth.IntegrationTests.Support;

/// <summary>One API for the tests of a class, as it comes: existence errors hidden.</summary>
public sealed class HiddenApi : IAsyncLifetime
{
    /// <summary>The API.</summary>
    public TestApi Api { get; private set; } = null!;

    /// <inheritdoc/>
    public Task InitializeAsync()
    {
        Api = TestApi.Start();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Api.DisposeAsync().AsTask();
}

/// <summary>One API for the tests of a class, with existence errors revealed here and at Cognito.</summary>
public sealed class RevealedApi : IAsyncLifetime
{
    /// <summary>The API.</summary>
    public TestApi Api { get; private set; } = null!;

    /// <inheritdoc/>
    public Task InitializeAsync()
    {
        Api = TestApi.Start(
            pool => pool.Client.PreventUserExistenceErrors = LocalCognito.Options.ExistenceErrors.Legacy,
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["Security:ExistenceErrors"] = "Revealed" });
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Api.DisposeAsync().AsTask();
}
