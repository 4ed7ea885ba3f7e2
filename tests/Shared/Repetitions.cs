using FsCheck.Xunit;

namespace CognitoAuth.Tests.Shared;

/// <summary>
/// How often a test repeats itself: where the environment variable <c>CI</c> is set a tenth as often as elsewhere, so that what runs on every change stays quick. The whole runs by
/// <c>dotnet test --settings tests/all.runsettings</c>.
/// </summary>
internal static class Repetitions
{
    /// <summary>As many as the test asks for, or a tenth.</summary>
    public static int Of(int whole) => Environment.GetEnvironmentVariable("CI") is null or "" ? whole : whole / 10;
}

/// <summary>A property that is tried with so many values, or with a tenth where <see cref="Repetitions"/> says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PropertyOfManyAttribute : PropertyAttribute
{
    /// <param name="values">How many.</param>
    public PropertyOfManyAttribute(int values) => MaxTest = Repetitions.Of(values);
}
