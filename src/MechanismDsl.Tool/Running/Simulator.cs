using System.Reflection;
using MechanismDsl.Auditing;

namespace MechanismDsl.Tool.Running;

/// <summary>Simulates mechanisms of a project that was built: types drawn from the prior, all reports truthful.</summary>
internal static class Simulator
{
    /// <summary>Simulates a mechanism.</summary>
    /// <param name="mechanism">The generated type.</param>
    /// <param name="draws">How many profiles.</param>
    /// <param name="setup">What the declaration does not say.</param>
    /// <param name="progress">Told the share that is done.</param>
    /// <param name="cancellation">Stops the simulation.</param>
    /// <exception cref="ToolException">It cannot be simulated as asked; the message says what is missing.</exception>
    public static Simulation Run(Type mechanism, long draws, AuditSetup setup, IProgress<double>? progress, CancellationToken cancellation)
    {
        try
        {
            return (Simulation)Method.MakeGenericMethod(mechanism).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [draws, setup, null, progress, cancellation], null)!;
        }
        catch (AuditException refused)
        {
            throw new ToolException($"'{mechanism.Name}' cannot be simulated: {refused.Message}");
        }
    }

    private static MethodInfo Method { get; } = typeof(Audit).GetMethods().Single(method => method.Name == nameof(Audit.Simulate) && method.GetGenericArguments().Length == 1);
}
