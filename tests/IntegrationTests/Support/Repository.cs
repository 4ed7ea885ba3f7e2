namespace CognitoAuth.IntegrationTests.Support;

/// <summary>The checkout that the tests were built from.</summary>
public static class Repository
{
    /// <summary>The root folder.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? directory) => directory switch
    {
        null => throw new InvalidOperationException("The tests do not run in the repository."),
        _ when File.Exists(Path.Combine(directory.FullName, "CognitoAuth.sln")) => directory.FullName,
        _ => Find(directory.Parent),
    };
}
