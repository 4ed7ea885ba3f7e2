using System.Reflection;
using CognitoAuth.Api.Http.Problems;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Cognito;
using CognitoAuth.LocalCognito;
using CognitoAuth.UnitTests.Support;
using PublicApiGenerator;

namespace CognitoAuth.UnitTests.PublicApi;

/// <summary>
/// The public types and members that teams compile against, without the Cognito client, whose names are Amazon's. A change can break their build, so it must be visible in the diff.
/// </summary>
public sealed class PublicApiTests
{
    /// <summary>When set to 1, the test writes the committed files instead of comparing with them.</summary>
    private const string Update = "UPDATE_PUBLIC_API";

    private static readonly ApiGeneratorOptions Options = new() { IncludeAssemblyAttributes = false, DenyNamespacePrefixes = ["Amazon"] };

    private static readonly Assembly[] Assemblies = [typeof(Secret).Assembly, typeof(IFlows).Assembly, typeof(CognitoOptions).Assembly, typeof(ProblemMap).Assembly, typeof(LocalCognitoServer).Assembly];

    /// <summary>The names of the assemblies.</summary>
    public static TheoryData<string> Names => [.. Assemblies.Select(assembly => assembly.GetName().Name!)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_committed_public_API_matches_the_assembly(string name)
    {
        var actual = Assemblies.Single(assembly => assembly.GetName().Name == name).GeneratePublicApi(Options).ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        var file = Repository.PathOf($"tests/UnitTests/PublicApi/{name}.verified.txt");
        if (Environment.GetEnvironmentVariable(Update) == "1") await File.WriteAllTextAsync(file, actual);

        (File.Exists(file) && await File.ReadAllTextAsync(file) == actual).ShouldBeTrue(
            $"The public API of {name} differs from tests/UnitTests/PublicApi/{name}.verified.txt. If the change is intended, write the file again and review the difference:\n  {Update}=1 dotnet test tests/UnitTests --filter {nameof(PublicApiTests)}");
    }

    [Fact]
    public void The_public_API_excludes_the_Cognito_client()
    {
        var infrastructure = typeof(CognitoOptions).Assembly;

        infrastructure.GeneratePublicApi(Options).ShouldNotContain("namespace Amazon");
        infrastructure.GeneratePublicApi(new ApiGeneratorOptions { DenyNamespacePrefixes = [] }).ShouldContain("namespace Amazon");
    }
}
