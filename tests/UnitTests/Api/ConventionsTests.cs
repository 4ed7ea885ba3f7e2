using System.Reflection;
using Carter;
using CognitoAuth.Api.Endpoints.Account;
using CognitoAuth.Api.Http;
using CognitoAuth.Application.Flows.Registration;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Domain;

namespace CognitoAuth.UnitTests.Api;

/// <summary>What every endpoint, flow and contract keeps to. Each rule is shown a deliberate offender that it must catch.</summary>
public sealed class ConventionsTests
{
    private const string FlowsNamespace = "CognitoAuth.Application.Flows.";
    private const string EndpointsNamespace = "CognitoAuth.Api.Endpoints.";

    private static IReadOnlyList<Type> Api { get; } = typeof(GetMeEndpoint).Assembly.GetTypes();

    private static IReadOnlyList<Type> Application { get; } = typeof(SignUpCommand).Assembly.GetTypes();

    private static IEnumerable<Type> Modules => Api.Where(IsModule);

    private static IEnumerable<Type> Requests => Application.Where(type => type.IsClass && type.GetInterfaces().Any(implemented => implemented.IsGenericType && implemented.GetGenericTypeDefinition() == typeof(IFlow<>)));

    /// <summary>What goes over the wire: the records beside the endpoints, and what they hold.</summary>
    private static IEnumerable<Type> Contracts => Api.Where(type => type.Namespace?.StartsWith("CognitoAuth.Api.Endpoints", StringComparison.Ordinal) is true && type.IsPublic && !IsModule(type))
        .SelectMany(WithMembers).Distinct();

    [Fact]
    public void Finds_what_it_looks_at()
    {
        Modules.Count().ShouldBeGreaterThanOrEqualTo(10);
        Requests.Count().ShouldBe(Modules.Count());
        Contracts.ShouldContain(typeof(TokenSet));
    }

    [Fact]
    public void Every_module_is_public_and_sealed()
    {
        Modules.Where(IsHidden).ShouldBeEmpty();
        IsHidden(typeof(HiddenModule)).ShouldBeTrue();
    }

    [Fact]
    public void Every_flow_has_an_endpoint_at_its_path_and_every_endpoint_a_flow()
    {
        var flows = Requests.Select(PathOf).Order(StringComparer.Ordinal).ToList();

        Modules.Select(PathOf).Order(StringComparer.Ordinal).ShouldBe(flows);
        flows.ShouldNotContain(PathOf(typeof(HiddenModule)), StringComparer.Ordinal);
    }

    // A module lives as long as the application: what it would take would too.
    [Fact]
    public void No_module_takes_dependencies()
    {
        Modules.Where(TakesDependencies).ShouldBeEmpty();
        TakesDependencies(typeof(ModuleWithDependencies)).ShouldBeTrue();
    }

    // Each of its rules is shown its offenders in FlowRulesTests.
    [Fact]
    public void Our_assemblies_keep_to_the_rules_of_flows()
    {
        FlowRules.FaultsOf(typeof(SignUpCommand).Assembly).ShouldBeEmpty();
        // What an error is called is no secret.
        FlowRules.FaultsOf(typeof(GetMeEndpoint).Assembly).ShouldBe([$"{typeof(Problem).FullName}.{nameof(Problem.Code)} must be a Secret."]);
        FlowRules.FaultsOf(typeof(Secret).Assembly).ShouldBe([$"{typeof(AuthError).FullName}.{nameof(AuthError.Code)} must be a Secret."]);
    }

    // The schema ids of OpenAPI are short names: of two types with one name, one would get the other's schema.
    [Fact]
    public void No_two_contracts_share_a_name()
    {
        SharedNames(Contracts).ShouldBeEmpty();
        SharedNames([typeof(One.SharedName), typeof(Two.SharedName), typeof(HiddenModule)]).ShouldBe(["SharedName"]);
    }

    [Fact]
    public void Every_flow_has_tests_at_its_path()
    {
        var tests = typeof(ConventionsTests).Assembly.GetTypes().Select(type => type.FullName!).ToHashSet(StringComparer.Ordinal);

        Requests.Select(PathOf).Where(path => !tests.Contains($"CognitoAuth.UnitTests.Application.Flows.{path}Tests")).ShouldBeEmpty();
    }

    private static bool IsModule(Type type) => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ICarterModule));

    private static bool IsHidden(Type module) => !module.IsPublic || !module.IsSealed;

    private static bool TakesDependencies(Type module) => module.GetConstructors().Any(constructor => constructor.GetParameters().Length > 0);

    /// <summary><c>Password.ForgotPassword</c> for the request, the endpoint and the tests of that flow.</summary>
    private static string PathOf(Type type)
    {
        var path = type.FullName!.Replace(FlowsNamespace, "", StringComparison.Ordinal).Replace(EndpointsNamespace, "", StringComparison.Ordinal);
        foreach (var suffix in (string[])["Command", "Query", "Endpoint"])
        {
            if (path.EndsWith(suffix, StringComparison.Ordinal)) return path[..^suffix.Length];
        }

        return path;
    }

    private static IEnumerable<string> SharedNames(IEnumerable<Type> types) => types.GroupBy(type => type.Name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key);

    private static IEnumerable<Type> WithMembers(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .SelectMany(property => property.PropertyType.GenericTypeArguments.Append(property.PropertyType))
        .Where(member => member.Namespace?.StartsWith("CognitoAuth.", StringComparison.Ordinal) is true && member != type && member != typeof(Secret))
        .SelectMany(WithMembers)
        .Append(type);

    // Deliberate offenders.
    private sealed class HiddenModule : ICarterModule
    {
        public void AddRoutes(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder app) => throw new NotSupportedException();
    }

    // Not an ICarterModule: Carter's own analyzer would not let it compile.
    private sealed class ModuleWithDependencies(IFlows flows)
    {
        public IFlows Flows => flows;
    }

    private static class One
    {
        public sealed record SharedName;
    }

    private static class Two
    {
        public sealed record SharedName;
    }
}
