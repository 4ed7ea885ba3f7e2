namespace CognitoAuth.IntegrationTests.Support;

/// <summary>One process with the embedded pool for the tests of a class, as <c>dotnet run</c> starts it.</summary>
public sealed class EmbeddedApi : IAsyncLifetime
{
    /// <summary>The process.</summary>
    public ApiProcess Api { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync() => Api = await ApiProcess.Start(ApiProcess.Embedded);

    /// <inheritdoc/>
    public Task DisposeAsync() => Api.DisposeAsync().AsTask();
}
