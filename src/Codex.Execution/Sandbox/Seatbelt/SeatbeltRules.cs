namespace Codex.Execution.Sandbox.Seatbelt;

/// <summary>The parts of a seatbelt policy that are the same for every command (<c>sandboxing/src/*.sbpl</c>): the rules are the original's.</summary>
internal static class SeatbeltRules
{
    /// <summary>What every program needs to run at all; everything else is denied.</summary>
    public const string Base = """
        (version 1)
        (deny default)

        ; processes: children are under the same policy
        (allow process-exec)
        (allow process-fork)
        (allow signal (target same-sandbox))
        (allow process-info* (target same-sandbox))

        ; facts about processor, memory and system
        (allow sysctl-read
          (sysctl-name "hw.activecpu" "hw.busfrequency_compat" "hw.byteorder" "hw.cacheconfig" "hw.cachelinesize_compat"
            "hw.cpufamily" "hw.cpufrequency" "hw.cpufrequency_compat" "hw.cputype" "hw.l1dcachesize_compat" "hw.l1icachesize_compat"
            "hw.l2cachesize_compat" "hw.l3cachesize_compat" "hw.logicalcpu" "hw.logicalcpu_max" "hw.machine" "hw.memsize" "hw.model"
            "hw.ncpu" "hw.nperflevels" "hw.packages" "hw.pagesize" "hw.pagesize_compat" "hw.physicalcpu" "hw.physicalcpu_max"
            "hw.tbfrequency_compat" "hw.vectorunit")
          (sysctl-name "kern.argmax" "kern.hostname" "kern.maxfilesperproc" "kern.maxproc" "kern.osproductversion" "kern.osrelease"
            "kern.ostype" "kern.osvariant_status" "kern.osversion" "kern.secure_kernel" "kern.usrstack64" "kern.version")
          (sysctl-name "machdep.cpu.brand_string" "sysctl.proc_cputype" "vm.loadavg")
          (sysctl-name-prefix "hw.optional.arm.")
          (sysctl-name-prefix "hw.optional.armv8_")
          (sysctl-name-prefix "hw.perflevel")
          (sysctl-name-prefix "kern.proc.pgrp.")
          (sysctl-name-prefix "kern.proc.pid.")
          (sysctl-name-prefix "net.routetable."))
        ; reads as well: a buffer is passed along
        (allow sysctl-write (sysctl-name "kern.grade_cputype"))

        ; users, power, preferences
        (allow mach-lookup (global-name "com.apple.system.opendirectoryd.libinfo"))
        (allow mach-lookup (global-name "com.apple.PowerManagement.control"))
        (allow iokit-open (iokit-registry-entry-class "RootDomainUserClient"))
        (allow mach-lookup
          (global-name "com.apple.cfprefsd.daemon")
          (global-name "com.apple.cfprefsd.agent")
          (local-name "com.apple.cfprefsd.agent"))
        (allow ipc-posix-shm-read* (ipc-posix-name-prefix "apple.cfprefs."))
        (allow user-preference-read)

        ; locks and shared memory of language runtimes
        (allow ipc-posix-sem)
        (allow ipc-posix-shm-read-data ipc-posix-shm-write-create ipc-posix-shm-write-unlink
          (ipc-posix-name-regex #"^/__KMP_REGISTERED_LIB_[0-9]+$"))

        ; terminals and the null device
        (allow file-write-data (require-all (path "/dev/null") (vnode-type CHARACTER-DEVICE)))
        (allow pseudo-tty)
        (allow file-read* file-write* file-ioctl (literal "/dev/ptmx"))
        (allow file-read* file-write* (require-all (regex #"^/dev/ttys[0-9]+") (extension "com.apple.sandbox.pty")))
        (allow file-ioctl (regex #"^/dev/ttys[0-9]+"))
        """;

    /// <summary>What programs ask the system for when they use the network.</summary>
    public const string Network = """
        ; name resolution, certificates and settings of the network
        (allow system-socket (require-all (socket-domain AF_SYSTEM) (socket-protocol 2)))
        (allow mach-lookup
          (global-name "com.apple.bsd.dirhelper")
          (global-name "com.apple.system.opendirectoryd.membership")
          (global-name "com.apple.SecurityServer")
          (global-name "com.apple.networkd")
          (global-name "com.apple.ocspd")
          (global-name "com.apple.trustd.agent")
          (global-name "com.apple.SystemConfiguration.DNSConfiguration")
          (global-name "com.apple.SystemConfiguration.configd"))
        (allow sysctl-read (sysctl-name-regex #"^net.routetable"))
        """;

    /// <summary>The directories that the named place <c>:minimal</c> opens, and what programs from there need.</summary>
    public const string Minimal = """
        ; code of the system
        (allow file-map-executable
          (subpath "/Library/Apple/System/Library/Frameworks")
          (subpath "/Library/Apple/System/Library/PrivateFrameworks")
          (subpath "/Library/Apple/usr/lib")
          (subpath "/System/Library/Extensions")
          (subpath "/System/Library/Frameworks")
          (subpath "/System/Library/PrivateFrameworks")
          (subpath "/System/Library/SubFrameworks")
          (subpath "/System/iOSSupport/System/Library/Frameworks")
          (subpath "/System/iOSSupport/System/Library/PrivateFrameworks")
          (subpath "/System/iOSSupport/System/Library/SubFrameworks")
          (subpath "/usr/lib"))
        (allow file-read* file-test-existence
          (subpath "/Library/Apple")
          (subpath "/Library/Filesystems/NetFSPlugins")
          (subpath "/Library/Preferences")
          (subpath "/System/Library/Frameworks")
          (subpath "/System/Library/PrivateFrameworks")
          (subpath "/System/Library/SubFrameworks")
          (subpath "/System/iOSSupport/System/Library/Frameworks")
          (subpath "/System/iOSSupport/System/Library/PrivateFrameworks")
          (subpath "/System/iOSSupport/System/Library/SubFrameworks")
          (subpath "/usr/lib")
          (subpath "/usr/share")
          (subpath "/private/var/db")
          (subpath "/var/db")
          (literal "/")
          (literal "/System/Library/CoreServices")
          (literal "/System/Library/CoreServices/.SystemVersionPlatform.plist")
          (literal "/System/Library/CoreServices/SystemVersion.plist")
          (literal "/dev/autofs_nowait")
          (literal "/dev/random")
          (literal "/dev/urandom")
          (literal "/private/etc/master.passwd")
          (literal "/private/etc/passwd")
          (literal "/private/etc/protocols")
          (literal "/private/etc/services"))
        (allow file-read*
          (subpath "/Applications")
          (subpath "/etc")
          (subpath "/opt/homebrew/lib")
          (subpath "/private/etc")
          (subpath "/usr/local/lib")
          (extension "com.apple.app-sandbox.read"))

        ; programs of the system
        (allow file-read-data file-read-metadata
          (subpath "/bin")
          (subpath "/sbin")
          (subpath "/usr/bin")
          (subpath "/usr/libexec")
          (subpath "/usr/sbin"))

        ; names on the way
        (allow file-read-metadata file-test-existence
          (literal "/etc")
          (literal "/tmp")
          (literal "/var")
          (literal "/private/etc/localtime")
          (path-ancestors "/System/Volumes/Data/private"))
        (allow file-read-metadata (subpath "/var") (subpath "/private/var"))
        (allow file-read-metadata (literal "/System/Volumes") (vnode-type DIRECTORY))
        (allow file-read-metadata (literal "/System/Volumes/Data") (vnode-type DIRECTORY))
        (allow file-read-metadata (literal "/System/Volumes/Data/Users") (vnode-type DIRECTORY))

        ; devices and terminals
        (allow file-read* file-test-existence file-write-data (literal "/dev/null") (literal "/dev/zero"))
        (allow file-read-data file-test-existence file-write-data (subpath "/dev/fd"))
        (allow file-read* file-test-existence file-write-data file-ioctl (literal "/dev/dtracehelper"))
        (allow file-read* file-write* (literal "/dev/null") (literal "/dev/ptmx") (literal "/dev/tty"))
        (allow file-read* file-write* (regex "^/dev/ttys[0-9]+$"))
        (allow file-ioctl (regex "^/dev/ttys[0-9]+$"))
        (allow file-read* (regex "^/dev/fd/(0|1|2)$"))
        (allow file-write* (regex "^/dev/fd/(1|2)$"))
        (allow file-read-metadata (literal "/dev") (regex "^/dev/.*$"))

        ; scratch space
        (allow file-read* file-test-existence file-write* (subpath "/tmp"))
        (allow file-read* file-write*
          (subpath "/private/tmp")
          (subpath "/var/tmp")
          (subpath "/private/var/tmp")
          (extension "com.apple.app-sandbox.read-write"))

        ; services of the system
        (allow mach-lookup
          (global-name "com.apple.PowerManagement.control")
          (global-name "com.apple.analyticsd")
          (global-name "com.apple.analyticsd.messagetracer")
          (global-name "com.apple.appsleep")
          (global-name "com.apple.audio.AudioComponentRegistrar")
          (global-name "com.apple.audio.audiohald")
          (global-name "com.apple.bsd.dirhelper")
          (global-name "com.apple.cfprefsd.agent")
          (global-name "com.apple.cfprefsd.daemon")
          (global-name "com.apple.diagnosticd")
          (global-name "com.apple.dt.automationmode.reader")
          (global-name "com.apple.espd")
          (global-name "com.apple.logd")
          (global-name "com.apple.logd.events")
          (global-name "com.apple.runningboard")
          (global-name "com.apple.secinitd")
          (global-name "com.apple.system.DirectoryService.libinfo_v1")
          (global-name "com.apple.system.logger")
          (global-name "com.apple.system.notification_center")
          (global-name "com.apple.system.opendirectoryd.libinfo")
          (global-name "com.apple.system.opendirectoryd.membership")
          (global-name "com.apple.trustd")
          (global-name "com.apple.trustd.agent")
          (global-name "com.apple.xpc.activity.unmanaged")
          (local-name "com.apple.cfprefsd.agent"))
        (allow ipc-posix-shm-read* (ipc-posix-name "apple.shm.notification_center"))
        (allow network-outbound (literal "/private/var/run/syslog"))
        (allow iokit-open (iokit-registry-entry-class "RootDomainUserClient"))
        (allow system-fsctl (fsctl-command FSIOC_CAS_BSDFLAGS))
        (allow system-mac-syscall (mac-policy-name "vnguard"))
        (allow system-mac-syscall (require-all (mac-policy-name "Sandbox") (mac-syscall-number 67)))
        """;
}
