using System.Reflection;
using CognitoAuth.Application.Flows;
using CognitoAuth.Application.Flows.Session;
using CognitoAuth.Application.Flows.SignIn;
using CognitoAuth.Application.Notifications;
using CognitoAuth.Application.Pipeline.Audit;
using CognitoAuth.Application.Pipeline.Observability;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CognitoAuth.Application;

/// <summary>Registers the flows and their pipeline.</summary>
public static class ApplicationServices
{
    /// <summary>Adds the pipeline and this product's flows. They need the ports, <see cref="SecurityOptions"/>, <see cref="UserPoolSettings"/> and a <see cref="PasswordPolicy"/>.</summary>
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddTransient<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddTransient<IFlows, MediatorFlows>();

        // They run in the order of registration.
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(LoggingBehavior<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(RateLimitBehavior<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(AccessTokenBehavior<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(CallerRateLimitBehavior<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(AnswerFloorBehavior<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(DisclosureBehavior<,>));

        services.AddSingleton<IValidateOptions<SecurityOptions>, SecurityOptionsValidator>();
        services.AddSingleton<FlowMetrics>();
        services.AddSingleton<Pseudonyms>();
        services.AddSingleton<AuditLog>();
        services.AddScoped<FlowContext>();
        services.AddTransient<AccountPrivacy>();
        services.AddTransient<CodeSending>();
        services.AddTransient<SessionEnding>();
        services.AddSingleton<RefreshesInProgress>();
        services.AddTransient<TokenRefresh>();
        services.AddTransient<RefreshTokenSessions>();
        services.AddTransient<SessionAdmission>();
        services.AddTransient<PasskeyChallenges>();
        services.AddSingleton<RotatedTokens>();
        return services.AddFlows(typeof(ApplicationServices).Assembly);
    }

    /// <summary>Adds the flows of an assembly. Scanning finds handlers, validators and subscribers, so that a new flow edits no existing file.</summary>
    /// <exception cref="FlowRulesException">A request is neither an <see cref="IPublicFlow{T}"/> nor an <see cref="IProtectedFlow{T}"/>, or has no validator: the pipeline would not protect it.</exception>
    public static IServiceCollection AddFlows(this IServiceCollection services, Assembly assembly)
    {
        var faults = FlowRules.StartFaultsOf(assembly).ToList();
        if (faults.Count > 0) throw new FlowRulesException(faults);
        services.AddValidatorsFromAssembly(assembly, ServiceLifetime.Singleton, includeInternalTypes: true);
        return services.Scan(scan => scan.FromAssemblies(assembly)
            .AddClasses(types => types.AssignableTo(typeof(IRequestHandler<,>)), publicOnly: false).AsImplementedInterfaces(type => IsClosed(type, typeof(IRequestHandler<,>))).WithTransientLifetime()
            .AddClasses(types => types.AssignableTo(typeof(ISubscriber<>)), publicOnly: false).AsImplementedInterfaces(type => IsClosed(type, typeof(ISubscriber<>))).WithTransientLifetime());
    }

    private static bool IsClosed(Type type, Type generic) => type.IsGenericType && type.GetGenericTypeDefinition() == generic;
}
