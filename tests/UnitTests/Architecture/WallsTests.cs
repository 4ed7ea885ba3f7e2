using System.Reflection;
using System.Xml.Linq;
using CognitoAuth.Api.Http.Problems;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Cognito;
using CognitoAuth.Infrastructure.Revocation.Shared;
using CognitoAuth.Infrastructure.Tokens;
using CognitoAuth.LocalCognito;
using CognitoAuth.UnitTests.Architecture.Offenders;
using CognitoAuth.UnitTests.Support;
using MediatR;
using NetArchTest.Rules;

namespace CognitoAuth.UnitTests.Architecture;

/// <summary>The allowed dependencies: Api → Infrastructure → Application → Domain, and LocalCognito separate. Each rule is proven by a deliberate offender that it must catch.</summary>
public sealed class WallsTests
{
    private static readonly Assembly Domain = typeof(Secret).Assembly;
    private static readonly Assembly Application = typeof(IProtectedFlow).Assembly;
    private static readonly Assembly Infrastructure = typeof(CognitoOptions).Assembly;
    private static readonly Assembly Api = typeof(ProblemMap).Assembly;
    private static readonly Assembly LocalCognito = typeof(LocalCognitoServer).Assembly;

    private static readonly string[] Ours = ["CognitoAuth.Domain", "CognitoAuth.Application", "CognitoAuth.Infrastructure", "CognitoAuth.Api", "CognitoAuth.LocalCognito"];

    [Fact]
    public void Domain_references_only_the_framework()
    {
        Foreign(Domain).ShouldBeEmpty();
        Foreign(Application).ShouldContain("MediatR", StringComparer.Ordinal);
    }

    [Fact]
    public void Application_references_only_Domain_and_the_packages_of_the_pipeline()
    {
        string[] allowed =
        [
            "CognitoAuth.Domain", "MediatR", "FluentValidation", "FluentValidation.DependencyInjectionExtensions", "Scrutor",
            "Microsoft.Extensions.Logging.Abstractions", "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Options",
        ];
        Foreign(Application, allowed).ShouldBeEmpty();
        Foreign(Infrastructure, allowed).ShouldContain("AWSSDK.Core", StringComparer.Ordinal);
    }

    [Fact]
    public void Infrastructure_references_neither_the_API_nor_the_embedded_pool()
    {
        Foreign(Infrastructure).Intersect(Ours, StringComparer.Ordinal).ShouldBe(["CognitoAuth.Application", "CognitoAuth.Domain"], ignoreOrder: true);
        // This test assembly references all of them.
        Foreign(typeof(WallsTests).Assembly).Intersect(Ours, StringComparer.Ordinal).ShouldBe(Ours, ignoreOrder: true);
    }

    [Fact]
    public void LocalCognito_references_none_of_our_assemblies()
    {
        Foreign(LocalCognito).Intersect(Ours, StringComparer.Ordinal).ShouldBeEmpty();
        Foreign(Infrastructure).Intersect(Ours, StringComparer.Ordinal).ShouldNotBeEmpty();
    }

    // The compiler drops unused references, so the project files are checked too.
    [Theory]
    [InlineData("Domain", new string[0])]
    [InlineData("Application", new[] { "Domain" })]
    [InlineData("Infrastructure", new[] { "Application", "CognitoClientGenerator" })]
    [InlineData("CognitoClientGenerator", new string[0])]
    [InlineData("LocalCognito", new string[0])]
    [InlineData("Api", new[] { "Infrastructure", "LocalCognito" })]
    public void Projects_reference_inwards(string project, string[] references)
    {
        var elements = XDocument.Load(ProjectFile(project)).Descendants().ToList();

        elements.Where(element => element.Name.LocalName == "ProjectReference").Select(element => element.Attribute("Include")!.Value.Split('/')[^2]).ShouldBe(references);
        if (project == "Domain") elements.ShouldNotContain(element => element.Name.LocalName == "PackageReference" || element.Name.LocalName == "FrameworkReference");
    }

    [Fact]
    public void The_generator_runs_in_the_compiler_and_is_not_referenced()
    {
        var reference = XDocument.Load(ProjectFile("Infrastructure")).Descendants().Single(element => element.Attribute("Include")?.Value.EndsWith("CognitoClientGenerator.csproj", StringComparison.Ordinal) is true);

        (reference.Attribute("OutputItemType")?.Value, reference.Attribute("ReferenceOutputAssembly")?.Value).ShouldBe(("Analyzer", "false"));
    }

    [Fact]
    public void Only_a_Debug_build_has_the_embedded_pool()
    {
        var reference = XDocument.Load(ProjectFile("Api")).Descendants().Single(element => element.Attribute("Include")?.Value.Contains("LocalCognito", StringComparison.Ordinal) is true);

        reference.Parent!.Attribute("Condition")!.Value.ShouldBe("'$(Configuration)' == 'Debug'");
    }

    [Fact]
    public void Only_the_Cognito_folder_uses_AWS_types()
    {
        // The namespace Amazon is the client itself.
        var outside = Types.InAssemblies([Domain, Application, Infrastructure, Api])
            .That().DoNotResideInNamespaceMatching("^CognitoAuth\\.Infrastructure\\.Cognito").And().DoNotResideInNamespaceMatching("^Amazon").GetTypes();

        Using(outside, "Amazon").ShouldBeEmpty();
        Using([typeof(UsesAmazon)], "Amazon").ShouldBe([typeof(UsesAmazon).FullName]);
    }

    // Services will share these two: they may use the domain and the ports, and nothing else of the API.
    [Theory]
    [InlineData("CognitoAuth.Infrastructure.Cognito", typeof(UsesCognitoOptions))]
    [InlineData("CognitoAuth.Infrastructure.Redis", typeof(UsesRedis))]
    [InlineData("StackExchange.Redis", typeof(UsesRedis))]
    [InlineData("CognitoAuth.Application.Flows", typeof(UsesFlows))]
    [InlineData("CognitoAuth.Application.Pipeline", typeof(UsesPipeline))]
    public void Tokens_and_Revocation_use_neither_Cognito_nor_Redis_nor_flows(string forbidden, Type offender)
    {
        var shared = Types.InAssembly(Infrastructure).That().ResideInNamespaceMatching("^CognitoAuth\\.Infrastructure\\.(Tokens|Revocation)(\\.|$)").GetTypes().ToList();
        shared.ShouldContain(typeof(AccessTokenVerifier));
        shared.ShouldContain(typeof(RevocationFeed));

        Using(shared, forbidden).ShouldBeEmpty();
        Using([offender], forbidden).ShouldBe([offender.FullName]);
    }

    [Fact]
    public void MediatR_is_named_only_in_the_pipeline_and_where_it_is_registered()
    {
        // Searches the text instead of the types: the compiler adds the mediator's interfaces to each class that implements ours.
        var named = FilesNaming("MediatR", "src", "samples");

        named.Where(file => !file.StartsWith("src/Application/Pipeline/", StringComparison.Ordinal))
            .ShouldBe(["src/Application/CognitoAuth.Application.csproj", "src/Application/ApplicationServices.cs"], ignoreOrder: true);
        named.Count.ShouldBeLessThanOrEqualTo(12);
        FilesNaming("MediatR", "tests/UnitTests/Architecture/Offenders").ShouldBe(["tests/UnitTests/Architecture/Offenders/Offenders.cs"]);
    }

    // JSON belongs to the edges: Api declares the types on the wire, and Infrastructure knows Cognito's JSON.
    [Fact]
    public void Neither_Domain_nor_Application_uses_JSON_or_data_annotations()
    {
        string[] forbidden = ["System.Text.Json", "System.ComponentModel.Annotations"];
        References(Domain).Intersect(forbidden, StringComparer.Ordinal).ShouldBeEmpty();
        References(Application).Intersect(forbidden, StringComparer.Ordinal).ShouldBeEmpty();
        References(Api).Intersect(forbidden, StringComparer.Ordinal).ShouldBe(forbidden, ignoreOrder: true);
    }

    [Fact]
    public void Handlers_and_behaviors_have_at_most_six_dependencies()
    {
        var parts = Application.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.GetInterfaces().Any(implemented => implemented.IsGenericType
            && (implemented.GetGenericTypeDefinition() == typeof(IRequestHandler<,>) || implemented.GetGenericTypeDefinition() == typeof(IPipelineBehavior<,>)))).ToList();

        parts.Count.ShouldBeGreaterThan(40);
        Crowded(parts).ShouldBeEmpty();
        Crowded([typeof(CrowdedHandler)]).ShouldBe(["CrowdedHandler has 7 dependencies."]);

        static IEnumerable<string> Crowded(IEnumerable<Type> types) =>
            from type in types
            let dependencies = type.GetConstructors().Max(constructor => constructor.GetParameters().Length)
            where dependencies > 6
            select $"{type.Name} has {dependencies} dependencies.";
    }

    [Fact]
    public void Methods_of_ports_have_at_most_five_parameters()
    {
        var ports = Application.GetTypes().Where(type => type is { IsInterface: true, Namespace: "CognitoAuth.Application.Ports" }).ToList();

        ports.Count.ShouldBeGreaterThan(5);
        Crowded(ports).ShouldBeEmpty();
        Crowded([typeof(ICrowdedPort)]).ShouldBe(["ICrowdedPort.Method has 6 parameters."]);

        static IEnumerable<string> Crowded(IEnumerable<Type> types) =>
            from method in types.SelectMany(type => type.GetMethods())
            where method.GetParameters().Length > 5
            select $"{method.DeclaringType!.Name}.{method.Name} has {method.GetParameters().Length} parameters.";
    }

    // The error itself declares whether it may be revealed, audited or hidden: nobody would keep a list of codes up to date.
    [Fact]
    public void Error_codes_are_strings_only_in_the_catalogue()
    {
        string[] Naming(params IEnumerable<string> folders) => [.. AuthErrors.All.SelectMany(error => FilesNaming($"\"{error.Code}\"", folders)).Distinct(StringComparer.Ordinal)];

        Naming("src").ShouldBe(["src/Domain/AuthErrors.cs"]);
        Naming("tests/UnitTests/Architecture/Offenders").ShouldBe(["tests/UnitTests/Architecture/Offenders/Offenders.cs"]);
    }

    // The names of challenges are part of our contract too; the names of their parameters are only Cognito's.
    [Fact]
    public void Parameters_of_a_sign_in_are_named_only_in_the_gateway()
    {
        string[] parameters =
        [
            "USERNAME", "SECRET_HASH", "DEVICE_KEY", "SRP_A", "PREFERRED_CHALLENGE", "ANSWER", "CREDENTIAL", "NEW_PASSWORD", "TIMESTAMP", "PASSWORD_CLAIM_SIGNATURE", "PASSWORD_CLAIM_SECRET_BLOCK",
        ];
        string[] flows = ["USER_AUTH", "USER_SRP_AUTH", "USER_PASSWORD_AUTH", "ADMIN_USER_PASSWORD_AUTH", "CUSTOM_AUTH"];
        string[] Naming(IEnumerable<string> words, params IEnumerable<string> folders) => [.. words.SelectMany(word => FilesNaming($"\"{word}\"", folders)).Distinct(StringComparer.Ordinal)];

        Naming([.. parameters, .. flows], "src/Domain", "src/Application").ShouldBeEmpty();
        foreach (var parameter in parameters) FilesNaming($"\"{parameter}\"", "src/Infrastructure/Cognito/Gateway").ShouldContain("src/Infrastructure/Cognito/Gateway/SignInParameters.cs", parameter);
        Naming(parameters, "tests/UnitTests/Architecture/Offenders").ShouldBe(["tests/UnitTests/Architecture/Offenders/Offenders.cs"]);
    }

    [Fact]
    public void Only_LocalCognito_uses_WireMock()
    {
        Using(Types.InAssemblies([Domain, Application, Infrastructure, Api]).GetTypes(), "WireMock").ShouldBeEmpty();
        Using(Types.InAssembly(LocalCognito).GetTypes(), "WireMock").ShouldNotBeEmpty();
    }

    // The state machine does not use HTTP: its server is a separate folder.
    [Fact]
    public void Only_the_Wire_folder_of_the_embedded_pool_uses_HTTP()
    {
        var machine = Types.InAssembly(LocalCognito).That().DoNotResideInNamespaceMatching("\\.Wire$").And().DoNotHaveName(nameof(LocalCognitoServer)).GetTypes();

        Using(machine, "WireMock").ShouldBeEmpty();
        Using(machine, "Microsoft.AspNetCore").ShouldBeEmpty();
    }

    /// <summary>The references of an assembly that are neither the framework nor allowed.</summary>
    private static IEnumerable<string> Foreign(Assembly assembly, params string[] allowed) => References(assembly)
        .Where(name => name != "System" && !name.StartsWith("System.", StringComparison.Ordinal) && name is not ("netstandard" or "Microsoft.CSharp"))
        .Except(allowed, StringComparer.Ordinal);

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(reference => reference.Name!);

    /// <summary>The types that use the namespace in any signature or body.</summary>
    private static IEnumerable<string> Using(IEnumerable<Type> types, string forbidden)
    {
        var wanted = types.Select(type => type.FullName).ToHashSet(StringComparer.Ordinal);
        return types.Select(type => type.Assembly).Distinct()
            .SelectMany(assembly => Types.InAssembly(assembly).That().HaveDependencyOn(forbidden).GetTypes())
            .Select(type => type.FullName!)
            .Where(wanted.Contains);
    }

    /// <summary>The source files under the folders that contain a word, relative to the repository.</summary>
    private static List<string> FilesNaming(string word, params IEnumerable<string> folders) =>
    [
        .. folders.SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs*", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.PathOf("."), file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(Repository.PathOf(file)).Contains(word, StringComparison.Ordinal)),
    ];

    private static string ProjectFile(string project) => Repository.PathOf($"src/{project}/CognitoAuth.{project}.csproj");
}
