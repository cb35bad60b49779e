namespace MechanismDsl;

/// <summary>
/// Marks what being served is worth to an agent. Where one item or identical items are handed out the report itself is the value (a supplier's: the cost), so
/// that such a method of the own report is not needed (MECH1012): let the agents report the value.
/// </summary>
/// <remarks>
/// A value that reads the reports of others is interdependent. Neither threshold nor Clarke payments make truth a best reply then (Dasgupta, Maskin 2000), and
/// the compiler refuses it (MECH1010).
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class ValueAttribute : Attribute;
