using System.Reflection;
using System.Text.Json.Serialization;
using Carter;
using CognitoAuth.Api.Endpoints;
using CognitoAuth.Api.Endpoints.Account;
using CognitoAuth.Api.Endpoints.SignIn;
using CognitoAuth.Api.Http;
using CognitoAuth.Api.Http.Problems;
using CognitoAuth.Api.OpenApi;
using CognitoAuth.Application.Flows.Devices;
using CognitoAuth.Application.Flows.Registration;
using CognitoAuth.Application.Flows.SignIn;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CognitoAuth.UnitTests.Api;

/// <summary>Rules for every endpoint, flow and contract. Each rule is proven by a deliberate offender that it must catch.</summary>
public sealed class ConventionsTests
{
    private const string FlowsNamespace = "CognitoAuth.Application.Flows.";
    private const string EndpointsNamespace = "CognitoAuth.Api.Endpoints.";

    private static IReadOnlyList<Type> Api { get; } = typeof(GetMeEndpoint).Assembly.GetTypes();

    private static IReadOnlyList<Type> Application { get; } = typeof(SignUpCommand).Assembly.GetTypes();

    private static IEnumerable<Type> Modules => Api.Where(IsModule);

    private static IEnumerable<Type> Requests => Application.Where(type => type.IsClass && type.GetInterfaces().Any(implemented => implemented.IsGenericType && implemented.GetGenericTypeDefinition() == typeof(IFlow<>)));

    /// <summary>The types on the wire: the bodies of requests and responses, and the types of their members.</summary>
    private static IReadOnlyList<Type> Contracts { get; } = WireTypes([.. Modules.Select(module => (ICarterModule)Activator.CreateInstance(module)!)]);

    [Fact]
    public void Search_finds_all_modules_flows_and_contracts()
    {
        Modules.Count().ShouldBeGreaterThanOrEqualTo(10);
        Requests.Count().ShouldBe(Modules.Count());
        Contracts.ShouldContain(typeof(TokenSetResponse));
        Contracts.ShouldContain(typeof(SignInMethodRequest));
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

    // A module lives as long as the application, so its dependencies would too.
    [Fact]
    public void No_module_has_dependencies()
    {
        Modules.Where(TakesDependencies).ShouldBeEmpty();
        TakesDependencies(typeof(ModuleWithDependencies)).ShouldBeTrue();
    }

    // FlowRulesTests proves each of the rules by its offenders.
    [Fact]
    public void Our_assemblies_follow_the_rules_of_flows()
    {
        FlowRules.FaultsOf(typeof(SignUpCommand).Assembly).ShouldBeEmpty();
        // The code of an error is not a secret.
        FlowRules.FaultsOf(typeof(GetMeEndpoint).Assembly).ShouldBe([$"{typeof(Problem).FullName}.{nameof(Problem.Code)} must be a Secret."]);
        FlowRules.FaultsOf(typeof(Secret).Assembly).ShouldBe([$"{typeof(AuthError).FullName}.{nameof(AuthError.Code)} must be a Secret."]);
    }

    // The schema ids of OpenAPI are names without a namespace: of two types with the same name, one would get the schema of the other.
    [Fact]
    public void No_two_contracts_share_a_name()
    {
        SharedNames(Contracts).ShouldBeEmpty();
        SharedNames([typeof(One.SharedName), typeof(Two.SharedName), typeof(HiddenModule)]).ShouldBe(["SharedName"]);
    }

    // A rename in Domain must not break the contract.
    [Fact]
    public void Every_type_on_the_wire_is_declared_in_Api()
    {
        NotOfApi(Contracts).ShouldBeEmpty();
        NotOfApi(WireTypes(new ModuleWithDomainTypes())).ShouldBe([typeof(DevicePage), typeof(Device), typeof(Holder), typeof(SignInMethod), typeof(Challenge), typeof(CodeDelivery)], ignoreOrder: true);
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

    private static IEnumerable<string> SharedNames(IEnumerable<Type> types) => types.GroupBy(type => type.GetCustomAttribute<SchemaNameAttribute>()?.Name ?? type.Name, StringComparer.Ordinal)
        .Where(group => group.Count() > 1).Select(group => group.Key);

    /// <summary>All of our types in the requests and responses of modules, including nested members.</summary>
    private static List<Type> WireTypes(params ICarterModule[] modules)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddScoped<IFlows>(_ => throw new NotSupportedException());
        var app = builder.Build();
        foreach (var module in modules) module.AddRoutes(app);

        var found = new HashSet<Type>();
        foreach (var metadata in ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).Select(endpoint => endpoint.Metadata))
        {
            foreach (var accepted in metadata.GetOrderedMetadata<IAcceptsMetadata>()) Add(accepted.RequestType);
            foreach (var produced in metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>()) Add(produced.Type);
        }

        return [.. found];

        void Add(Type? type)
        {
            foreach (var argument in type?.GenericTypeArguments ?? []) Add(argument);
            if (type?.Assembly.GetName().Name?.StartsWith("CognitoAuth.", StringComparison.Ordinal) is not true || !found.Add(type)) return;
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)) Add(property.PropertyType);
            foreach (var derived in type.GetCustomAttributes<JsonDerivedTypeAttribute>()) Add(derived.DerivedType);
        }
    }

    /// <summary>The types whose JSON a change of Domain or Application would change. The JSON of Secret and JsonText is defined in Api.</summary>
    private static IEnumerable<Type> NotOfApi(IEnumerable<Type> types) => types.Where(type => type.Assembly != typeof(GetMeEndpoint).Assembly && type != typeof(Secret) && type != typeof(JsonText));

    // Deliberate offenders.
    private sealed class HiddenModule : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) => throw new NotSupportedException();
    }

    // Not an ICarterModule: Carter's analyzer would refuse to compile it.
    private sealed class ModuleWithDependencies(IFlows flows)
    {
        public IFlows Flows => flows;
    }

    private sealed class ModuleWithDomainTypes : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app)
        {
            app.MapFlow(HttpMethods.Get, "/devices", (BearerToken bearer) => new ListDevicesQuery(bearer.OrEmpty), (DevicePage page) => page);
            app.MapGet("/challenges", () => TypedResults.Ok()).Produces<Holder>();
        }
    }

    private sealed record Holder(SignInMethod? Method, IReadOnlyDictionary<string, IReadOnlyList<Challenge>> Challenges);

    private static class One
    {
        public sealed record SharedName;
    }

    private static class Two
    {
        public sealed record SharedName;
    }
}
