namespace CognitoAuth.UnitTests.Support;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    private static readonly string Root = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>The absolute path of a file or folder in it.</summary>
    public static string PathOf(string path) => Path.Combine(Root, path);

    private static string Find(DirectoryInfo? folder) => folder switch
    {
        null => throw new InvalidOperationException("The tests must run inside the repository."),
        _ when File.Exists(Path.Combine(folder.FullName, "CognitoAuth.sln")) => folder.FullName,
        _ => Find(folder.Parent),
    };
}
