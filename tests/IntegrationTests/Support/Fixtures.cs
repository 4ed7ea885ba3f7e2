namespace CognitoAuth.IntegrationTests.Support;

/// <summary>One API with default settings, so it hides whether an account exists. The tests of a class share it.</summary>
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

/// <summary>One API that reveals whether an account exists, as does its user pool. The tests of a class share it.</summary>
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
