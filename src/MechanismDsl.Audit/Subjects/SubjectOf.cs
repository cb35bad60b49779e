using System.Reflection;
using MechanismDsl.Auditing.Declarations;

namespace MechanismDsl.Auditing.Subjects;

/// <summary>From a mechanism to a subject of audits, by the interface through which it takes reports.</summary>
internal static class SubjectOf
{
    /// <summary>The subject.</summary>
    /// <exception cref="AuditException">The audit does not know how to value it; the message names what to hand over.</exception>
    public static Subject Mechanism<TMechanism>(AuditSetup setup)
        where TMechanism : IMechanism
    {
        var mechanism = new DeclaredMechanism(typeof(TMechanism));
        foreach (var contract in typeof(TMechanism).GetInterfaces())
        {
            var arguments = contract.GetGenericArguments();
            var definition = contract.IsGenericType ? contract.GetGenericTypeDefinition() : contract;
            var subject = definition == typeof(IBilateralTrade<>) ? typeof(TradeSubject<,>)
                : definition == typeof(IExchange<>) ? typeof(ExchangeSubject<,>)
                : definition == typeof(IPricedExchange<>) ? typeof(PricedExchangeSubject<,>)
                : definition == typeof(IAssignment<>) ? typeof(AssignmentSubject<,>)
                : definition == typeof(IUnitAuction<>) ? typeof(UnitSubject<,>)
                : definition == typeof(IPackageAuction<,>) ? typeof(PackageSubject<,,>)
                : definition == typeof(IGoodsAuction<,>) ? typeof(GoodsSubject<,,>)
                : definition == typeof(ITaxation) ? typeof(TaxSubject<>)
                : definition == typeof(IMechanism<,>) ? typeof(ReportSubject<,,>)
                : null;
            if (subject is not null)
            {
                var create = subject.MakeGenericType([typeof(TMechanism), .. arguments]).GetMethod("Create", BindingFlags.Static | BindingFlags.Public)!;
                return (Subject)create.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [mechanism, setup], null)!;
            }
        }

        throw new AuditException(
            $"'{mechanism.Type.Name}' runs in a way that audits do not know (it takes a reserve or the sizes of alike agents beside the reports, or has an interface of its own): declare what it takes, or write a mechanism IMechanism<TReport, TOutcome> around it and hand over a Valuation.");
    }
}
