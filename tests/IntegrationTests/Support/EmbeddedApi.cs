namespace CognitoAuth.IntegrationTests.Support;

/// <summary>One process with the embedded pool, as <c>dotnet run</c> starts it. The tests of a class share it.</summary>
public sealed class EmbeddedApi : IAsyncLifetime
{
    /// <summary>The process.</summary>
    public ApiProcess Api { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync() => Api = await ApiProcess.Start(ApiProcess.Embedded);

    /// <inheritdoc/>
    public Task DisposeAsync() => Api.DisposeAsync().AsTask();
}
