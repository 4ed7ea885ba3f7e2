using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using CognitoAuth.Benchmarks.Micro;

// Internal: a benchmark starts the server that it calls as a process with this argument.
if (args is [CognitoStub.Command])
{
    await CognitoStub.Serve();
    return;
}

// The benchmarks run in this process. Otherwise each run would build the whole solution again, with all analyzers. On two busy cores this exceeds the timeout of two minutes.
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(
    args,
    DefaultConfig.Instance.AddDiagnoser(MemoryDiagnoser.Default).AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).AsMutator()));
