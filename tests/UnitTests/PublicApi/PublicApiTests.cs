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
/// What teams compile against: the public types and members of our assemblies, without the client of Cognito, whose names are Amazon's. A change of it can break their build, so it is to be seen in the diff.
/// </summary>
public sealed class PublicApiTests
{
    /// <summary>Set to 1, it makes the test write the committed files instead of comparing with them.</summary>
    private const string Update = "UPDATE_PUBLIC_API";

    private static readonly ApiGeneratorOptions Options = new() { IncludeAssemblyAttributes = false, DenyNamespacePrefixes = ["Amazon"] };

    private static readonly Assembly[] Assemblies = [typeof(Secret).Assembly, typeof(IFlows).Assembly, typeof(CognitoOptions).Assembly, typeof(ProblemMap).Assembly, typeof(LocalCognitoServer).Assembly];

    /// <summary>The names of the assemblies.</summary>
    public static TheoryData<string> Names => [.. Assemblies.Select(assembly => assembly.GetName().Name!)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_committed_public_API_is_that_of_the_assembly(string name)
    {
        var actual = Assemblies.Single(assembly => assembly.GetName().Name == name).GeneratePublicApi(Options).ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        var file = Repository.PathOf($"tests/UnitTests/PublicApi/{name}.verified.txt");
        if (Environment.GetEnvironmentVariable(Update) == "1") await File.WriteAllTextAsync(file, actual);

        (File.Exists(file) && await File.ReadAllTextAsync(file) == actual).ShouldBeTrue(
            $"The public API of {name} is not what tests/UnitTests/PublicApi/{name}.verified.txt says. If it was meant to change, write it anew and look at the difference:\n  {Update}=1 dotnet test tests/UnitTests --filter {nameof(PublicApiTests)}");
    }

    [Fact]
    public void The_client_of_Cognito_is_no_part_of_it()
    {
        var infrastructure = typeof(CognitoOptions).Assembly;

        infrastructure.GeneratePublicApi(Options).ShouldNotContain("namespace Amazon");
        infrastructure.GeneratePublicApi(new ApiGeneratorOptions { DenyNamespacePrefixes = [] }).ShouldContain("namespace Amazon");
    }
}
